/** The facade an embedding program holds. */
@NullMarked
package dev.keyport.domain;

import org.jspecify.annotations.NullMarked;
