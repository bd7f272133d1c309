/**
 * The netrc store: one syntax tree over the file's own bytes, edits that touch no byte but the ones
 * they must, and the file they are made in. Reading and editing are pure functions on bytes; only
 * the store does I/O.
 *
 * <p>Bytes are cut into tokens ({@link Lexer}), tokens grouped into statements ({@link
 * Statements}), and of those the {@link Parser} notes where entries, comments and macros stand
 * ({@link Outline}), as offsets. A {@link Netrc} makes an {@link Entry} of them when it is asked
 * for one. An edit is a list of {@link Splice}s. Every step is one pass over the file, or less.
 */
@NullMarked
package dev.keyport.netrc;

import org.jspecify.annotations.NullMarked;
