/** Moving what one store holds to another, so that a stop at any instant loses nothing. */
@NullMarked
package dev.keyport.domain.moving;

import org.jspecify.annotations.NullMarked;
