/** Values: a secret, the host it is for, and the two together. */
@NullMarked
package dev.keyport.domain.credential;

import org.jspecify.annotations.NullMarked;
