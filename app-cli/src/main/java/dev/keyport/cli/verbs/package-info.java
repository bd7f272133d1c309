/** The verbs: each turns its flags into one use case, and the outcome into an answer. */
@NullMarked
package dev.keyport.cli.verbs;

import org.jspecify.annotations.NullMarked;
