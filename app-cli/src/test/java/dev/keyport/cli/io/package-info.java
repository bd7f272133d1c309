/** Tests of the standard streams. */
@NullMarked
package dev.keyport.cli.io;

import org.jspecify.annotations.NullMarked;
