package dev.keyport.cli.terminal;

/**
 * How much fits on the terminal.
 *
 * @param rows the lines
 * @param columns the characters of a line
 */
record Size(int rows, int columns) {}
