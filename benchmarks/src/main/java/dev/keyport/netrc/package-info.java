/** The benchmark of what the netrc store shows to nobody. */
@NullMarked
package dev.keyport.netrc;

import org.jspecify.annotations.NullMarked;
