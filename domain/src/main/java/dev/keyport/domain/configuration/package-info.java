/** What a person does with the settings: look at them and change them. */
@NullMarked
package dev.keyport.domain.configuration;

import org.jspecify.annotations.NullMarked;
