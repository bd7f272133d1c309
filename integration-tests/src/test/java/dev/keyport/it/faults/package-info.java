/** Every verb under every way in which the API can go wrong. */
@NullMarked
package dev.keyport.it.faults;

import org.jspecify.annotations.NullMarked;
