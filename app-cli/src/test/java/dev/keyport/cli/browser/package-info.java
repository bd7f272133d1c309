/** Tests of opening a page, and of its picture. */
@NullMarked
package dev.keyport.cli.browser;

import org.jspecify.annotations.NullMarked;
