/** What the account grants access by: OAuth authorizations, browser sessions and OAuth clients. */
@NullMarked
package dev.keyport.domain.authorizations;

import org.jspecify.annotations.NullMarked;
