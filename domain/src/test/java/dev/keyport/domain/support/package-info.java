/** What the tests of several packages are put together from. */
@NullMarked
package dev.keyport.domain.support;

import org.jspecify.annotations.NullMarked;
