/** What every token store passes, and a store that fails on demand. Published as a test-jar. */
@NullMarked
package dev.keyport.testkit;

import org.jspecify.annotations.NullMarked;
