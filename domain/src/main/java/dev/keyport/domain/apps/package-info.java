/** The apps an account can see: proof of being logged in. */
@NullMarked
package dev.keyport.domain.apps;

import org.jspecify.annotations.NullMarked;
