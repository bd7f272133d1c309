/** SSH public keys of an account, for git push. */
@NullMarked
package dev.keyport.domain.keys;

import org.jspecify.annotations.NullMarked;
