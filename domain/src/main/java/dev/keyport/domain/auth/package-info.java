/** Logging in and out: the API port, its values and errors, and the use cases. */
@NullMarked
package dev.keyport.domain.auth;

import org.jspecify.annotations.NullMarked;
