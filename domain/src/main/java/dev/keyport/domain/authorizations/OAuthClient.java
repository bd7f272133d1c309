package dev.keyport.domain.authorizations;

import dev.keyport.domain.credential.Secret;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An OAuth client that the account registered.
 *
 * @param id its id, a uuid
 * @param name its name
 * @param redirectUri where a person is sent after granting it access
 * @param secret what it proves itself with; empty where it isn't told
 * @param createdAt when it was registered; empty when the API does not say
 * @param updatedAt when it was last changed; empty when the API does not say
 */
public record OAuthClient(
    String id,
    String name,
    String redirectUri,
    Optional<Secret> secret,
    Optional<Instant> createdAt,
    Optional<Instant> updatedAt) {
  public OAuthClient {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(redirectUri, "redirectUri");
    Objects.requireNonNull(secret, "secret");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(updatedAt, "updatedAt");
  }

  /** The same without its secret. */
  OAuthClient withoutSecret() {
    return new OAuthClient(id, name, redirectUri, Optional.empty(), createdAt, updatedAt);
  }
}
