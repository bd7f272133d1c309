package dev.keyport.netrc;

import java.util.Optional;

/**
 * Where in a file's bytes everything stands, in the order of the file.
 *
 * @param entries from the keyword to the end of the last token, unknown words included
 * @param names the machine's name of each entry; for the default one, nothing at the keyword's end
 * @param macros from the keyword to the end of the empty line that closes it
 * @param openMacro whether the last of them is not closed, and runs to the end of the file
 * @param comments wherever they stand
 * @param strayWords those that belong to no entry
 * @param dangling a keyword at the end of the file whose value is missing
 */
record Outline(
    Spans entries,
    Spans names,
    Spans macros,
    boolean openMacro,
    Spans comments,
    Spans strayWords,
    Optional<Token> dangling) {}
