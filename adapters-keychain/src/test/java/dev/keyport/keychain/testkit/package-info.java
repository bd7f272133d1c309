/** A Secret Service that does as a test tells it, on a bus of the test's own. */
@NullMarked
package dev.keyport.keychain.testkit;

import org.jspecify.annotations.NullMarked;
