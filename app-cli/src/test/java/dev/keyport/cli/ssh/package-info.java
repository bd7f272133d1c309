/** Tests of SSH key files. */
@NullMarked
package dev.keyport.cli.ssh;

import org.jspecify.annotations.NullMarked;
