/** Tests of the person at the terminal. */
@NullMarked
package dev.keyport.cli.terminal;

import org.jspecify.annotations.NullMarked;
