/** Stored credentials for JGit's transports over HTTP. */
@NullMarked
package dev.keyport.jgit;

import org.jspecify.annotations.NullMarked;
