/** Every verb of the command line, as what the suites over all verbs are generated from. */
@NullMarked
package dev.keyport.it.verbs;

import org.jspecify.annotations.NullMarked;
