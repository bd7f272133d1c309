/** How the adapters on the class or module path are found by name. */
@NullMarked
package dev.keyport.domain.provider;

import org.jspecify.annotations.NullMarked;
