/** The packaged command as a process, against the sandbox: what a person and a script see. */
@NullMarked
package dev.keyport.it;

import org.jspecify.annotations.NullMarked;
