package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a password login sends: the account, and the authorization wanted.
 *
 * @param email the account's address; not blank, and without colon or control characters, which
 *     Basic authentication has no room for (RFC 7617, section 2)
 * @param password its password
 * @param secondFactor the code from an authenticator, or a recovery code; empty when none was asked
 *     for yet
 * @param description what the authorization is called in the account's list
 * @param expiresIn how long it lasts; empty means without end
 */
public record PasswordLogin(
    String email,
    Secret password,
    Optional<Secret> secondFactor,
    String description,
    Optional<Duration> expiresIn) {
  public PasswordLogin {
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(secondFactor, "secondFactor");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(expiresIn, "expiresIn");
    if (email.isBlank() || email.chars().anyMatch(c -> c == ':' || Character.isISOControl(c))) {
      throw new UsageException(
          "that is no email address: it is empty, or has a colon or control character",
          "give the account's address, as ann@example.com");
    }
  }

  /** The same login with a code. */
  public PasswordLogin withSecondFactor(Secret code) {
    return new PasswordLogin(email, password, Optional.of(code), description, expiresIn);
  }
}
