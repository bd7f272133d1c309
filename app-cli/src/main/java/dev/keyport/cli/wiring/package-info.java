/** Which adapter serves which port, by Dagger. */
@NullMarked
package dev.keyport.cli.wiring;

import org.jspecify.annotations.NullMarked;
