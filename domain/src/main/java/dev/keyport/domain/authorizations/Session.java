package dev.keyport.domain.authorizations;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A login in the browser, as the API tells it; its token is never told.
 *
 * @param id its id, a uuid
 * @param description what logged in; empty when it has no name
 * @param expiresIn the time left; empty when it never ends
 * @param createdAt when it was made; empty when the API does not say
 */
public record Session(
    String id, String description, Optional<Duration> expiresIn, Optional<Instant> createdAt) {
  public Session {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(expiresIn, "expiresIn");
    Objects.requireNonNull(createdAt, "createdAt");
  }
}
