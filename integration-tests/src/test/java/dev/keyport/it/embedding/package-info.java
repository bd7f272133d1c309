/** Programs that embed Keyport as others do: built by Maven from what is published, and run. */
@NullMarked
package dev.keyport.it.embedding;

import org.jspecify.annotations.NullMarked;
