package dev.keyport.domain.token;

import dev.keyport.domain.credential.Secret;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a stored token besides what a store can hold; no secret in it.
 *
 * @param kind how the token was come by
 * @param authorizationId the authorization this login created; empty when it created none
 * @param expiresAt when the token ends; empty when it does not, or nobody said
 * @param fingerprint which token this is about
 */
public record Metadata(
    LoginKind kind,
    Optional<String> authorizationId,
    Optional<Instant> expiresAt,
    TokenFingerprint fingerprint) {
  public Metadata {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(authorizationId, "authorizationId");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(fingerprint, "fingerprint");
  }

  /** Whether this is about that token; if not, none of it is to be believed. */
  public boolean describes(Secret token) {
    return fingerprint.matches(token);
  }
}
