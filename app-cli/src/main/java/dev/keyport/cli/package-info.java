/** The keyport command: parses a command line, runs one use case, tells the outcome. */
@NullMarked
package dev.keyport.cli;

import org.jspecify.annotations.NullMarked;
