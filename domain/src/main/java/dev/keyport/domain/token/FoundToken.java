package dev.keyport.domain.token;

import dev.keyport.domain.credential.Secret;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A token that was found, and what is known of it.
 *
 * @param token the token
 * @param origin where it was found
 * @param metadata what is known of exactly this token; empty when nothing is, or what is there is
 *     about another
 */
public record FoundToken(Secret token, TokenOrigin origin, Optional<Metadata> metadata) {
  public FoundToken {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(metadata, "metadata");
  }

  /** Whether it came from the environment, where it can't be replaced from here. */
  public boolean isFromEnvironment() {
    return origin instanceof TokenOrigin.Environment;
  }

  /** The login it is stored under; empty when it came from the environment or no login is kept. */
  public Optional<String> account() {
    return origin instanceof TokenOrigin.Store store && !store.id().login().isEmpty()
        ? Optional.of(store.id().login())
        : Optional.empty();
  }

  /** When it ends, where that is known. */
  public Optional<Instant> expiresAt() {
    return metadata.flatMap(Metadata::expiresAt);
  }
}
