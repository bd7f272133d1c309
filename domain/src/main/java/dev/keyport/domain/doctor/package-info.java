/** Checks of what could explain a failed login, and what they find. */
@NullMarked
package dev.keyport.domain.doctor;

import org.jspecify.annotations.NullMarked;
