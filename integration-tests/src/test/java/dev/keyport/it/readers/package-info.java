/** What the netrc store writes, read back by the programs that read netrc files. */
@NullMarked
package dev.keyport.it.readers;

import org.jspecify.annotations.NullMarked;
