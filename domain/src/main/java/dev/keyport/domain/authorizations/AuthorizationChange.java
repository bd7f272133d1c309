package dev.keyport.domain.authorizations;

import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to change of an authorization; something must.
 *
 * @param description the new description; empty leaves the old one
 * @param client the client it is given to; empty leaves it as it is
 */
public record AuthorizationChange(Optional<String> description, Optional<Client> client) {
  public AuthorizationChange {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(client, "client");
    if (description.isEmpty() && client.isEmpty()) {
      throw new UsageException(
          "nothing is to be changed",
          "give --description, or --client-id with --client-secret-stdin");
    }
  }

  /**
   * An OAuth client, with the proof that it is at hand.
   *
   * @param id its id
   * @param secret its secret
   */
  public record Client(String id, Secret secret) {
    public Client {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(secret, "secret");
    }
  }
}
