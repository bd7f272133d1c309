package dev.keyport.domain.keys;

import java.util.Objects;

/**
 * An SSH public key that the account has.
 *
 * @param id its id, a uuid
 * @param publicKey the key as an {@code authorized_keys} line without options
 * @param comment what follows the key on that line; empty when nothing does
 * @param fingerprint MD5 of the key blob: sixteen hex pairs with colons between, as the API writes
 *     it
 */
public record AccountKey(String id, String publicKey, String comment, String fingerprint) {
  public AccountKey {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(publicKey, "publicKey");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(fingerprint, "fingerprint");
  }
}
