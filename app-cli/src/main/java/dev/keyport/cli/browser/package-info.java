/** Opening a page in a browser of the person's machine, and showing its address as a picture. */
@NullMarked
package dev.keyport.cli.browser;

import org.jspecify.annotations.NullMarked;
