/**
 * Files that a crash, a full disk or another process can't half-write, and what is kept in them:
 * metadata and settings.
 */
@NullMarked
package dev.keyport.files;

import org.jspecify.annotations.NullMarked;
