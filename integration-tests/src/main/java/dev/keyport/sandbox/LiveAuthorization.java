package dev.keyport.sandbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An authorization whose access token works now.
 *
 * @param id its id
 * @param description what the list shows of it
 * @param token the whole access token
 * @param session whether it belongs to a browser or SSO login
 * @param expiresAt when the token ends; empty for never
 */
public record LiveAuthorization(
    UUID id, String description, String token, boolean session, Optional<Instant> expiresAt) {

  @Override
  public String toString() {
    return "LiveAuthorization[" + id + ", " + description + "]";
  }
}
