/** Settings: where the API is, what the environment says. */
@NullMarked
package dev.keyport.domain.settings;

import org.jspecify.annotations.NullMarked;
