/** Where a token comes from, and what is known about it beside the store. */
@NullMarked
package dev.keyport.domain.token;

import org.jspecify.annotations.NullMarked;
