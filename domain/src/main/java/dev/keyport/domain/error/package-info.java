/** Errors a caller can act on: a stable code, a message, and the way out. */
@NullMarked
package dev.keyport.domain.error;

import org.jspecify.annotations.NullMarked;
