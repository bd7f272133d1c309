package dev.keyport.sandbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An OAuth client.
 *
 * @param id its id
 * @param account the id of the account that registered it
 * @param name what a person reads
 * @param redirectUri where grants are sent
 * @param secret its secret
 * @param createdAt when it was registered
 * @param updatedAt when it was last changed
 */
record Client(
    UUID id,
    UUID account,
    String name,
    String redirectUri,
    String secret,
    Instant createdAt,
    Instant updatedAt)
    implements Identified {

  @Override
  public String toString() {
    return "Client[" + id + ", " + name + "]";
  }
}
