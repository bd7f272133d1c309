package dev.keyport.sandbox;

import java.util.Optional;
import java.util.Set;

/**
 * An account that every sandbox has. Its secrets are made anew at each start.
 *
 * @param email its email
 * @param password its password
 * @param totpSecret the key of its second factor in base32, when it has one
 * @param recoveryCodes its one-time codes; empty without a second factor
 * @param defaultToken the token of its default authorization, when it has one
 */
public record SeededAccount(
    String email,
    String password,
    Optional<String> totpSecret,
    Set<String> recoveryCodes,
    Optional<String> defaultToken) {

  /** Copies the codes. */
  public SeededAccount {
    recoveryCodes = Set.copyOf(recoveryCodes);
  }

  @Override
  public String toString() {
    return "SeededAccount[" + email + "]";
  }
}
