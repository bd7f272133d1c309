package dev.keyport.netrc;

/**
 * A keyword and its value in an entry.
 *
 * @param keyword one that takes a value
 * @param word the keyword's bytes
 * @param value the value's
 */
record Attribute(Keyword keyword, Token word, Token value) {}
