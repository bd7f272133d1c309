/** Where credentials are kept: the port every store implements, and what it promises. */
@NullMarked
package dev.keyport.domain.store;

import org.jspecify.annotations.NullMarked;
