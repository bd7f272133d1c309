/** SSH key files of the person, and making one with ssh-keygen. */
@NullMarked
package dev.keyport.cli.ssh;

import org.jspecify.annotations.NullMarked;
