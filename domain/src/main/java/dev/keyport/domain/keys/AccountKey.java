package dev.keyport.domain.keys;

import dev.keyport.domain.error.UsageException;
import java.util.Objects;
import java.util.Optional;

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

  /** SHA-256 of the key as OpenSSH writes it; empty when the API's text is no key. */
  public Optional<String> sha256() {
    try {
      return Optional.of(SshPublicKey.parse(publicKey, "the account's key").sha256Fingerprint());
    } catch (UsageException e) {
      return Optional.empty();
    }
  }
}
