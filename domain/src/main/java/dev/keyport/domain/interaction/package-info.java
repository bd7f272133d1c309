/** The one way to reach a person. */
@NullMarked
package dev.keyport.domain.interaction;

import org.jspecify.annotations.NullMarked;
