/**
 * What docs/embedding.md shows, between a comment that begins with {@code begin:} and one that
 * begins with {@code end:}. Outside the tests' own packages, so that it sees what an embedding
 * program sees.
 */
@NullMarked
package dev.keyport.examples;

import org.jspecify.annotations.NullMarked;
