package dev.keyport.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An access token, a refresh token or a grant.
 *
 * @param id its id, which is no secret
 * @param value what opens the door; its case matters
 * @param expiresAt when it ends; empty for never
 */
record Token(UUID id, String value, Optional<Instant> expiresAt) {

  boolean aliveAt(Instant now) {
    return expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
  }

  /** Seconds left, a begun one counted whole: 0 only when it is dead. Empty for no end. */
  Optional<Long> secondsLeft(Instant now) {
    return expiresAt.map(end -> Math.max(0, (Duration.between(now, end).toMillis() + 999) / 1000));
  }

  Token endingAt(Instant end) {
    return new Token(id, value, Optional.of(end));
  }

  @Override
  public String toString() {
    return "Token[" + id + "]";
  }
}
