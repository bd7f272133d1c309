package dev.keyport.netrc;

/**
 * A macro of the ftp program; nothing in it is an entry.
 *
 * @param start the first byte of its keyword
 * @param end the byte after its empty line
 * @param closed whether it has that empty line, or runs to the end of the file without
 */
record Macro(int start, int end, boolean closed) {}
