/** No secret is anywhere but where it belongs: every verb as a watched process. */
@NullMarked
package dev.keyport.it.canary;

import org.jspecify.annotations.NullMarked;
