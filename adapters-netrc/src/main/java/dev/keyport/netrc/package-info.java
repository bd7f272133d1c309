/**
 * The netrc store: a syntax tree over the file's own bytes, edits that touch no byte but the ones
 * they must, and the file they are made in. Reading and editing are pure functions on bytes; only
 * the store does I/O.
 */
@NullMarked
package dev.keyport.netrc;

import org.jspecify.annotations.NullMarked;
