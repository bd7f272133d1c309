package dev.keyport.domain.credential;

import java.util.Objects;

/**
 * What names a credential in a store: the host and the login. Holds no secret, so it may be listed,
 * logged and journaled.
 *
 * @param host the host
 * @param login the account name, compared with case; empty where a store's entry names none
 */
public record CredentialId(Host host, String login) {
  public CredentialId {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(login, "login");
  }

  @Override
  public String toString() {
    return login.isEmpty() ? host.toString() : login + " at " + host;
  }
}
