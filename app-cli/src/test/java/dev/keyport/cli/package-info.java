/** Tests of the command line as a whole, in this process. */
@NullMarked
package dev.keyport.cli;

import org.jspecify.annotations.NullMarked;
