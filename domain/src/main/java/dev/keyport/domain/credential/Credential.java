package dev.keyport.domain.credential;

import java.util.Objects;

/**
 * A login and its secret for one host. It may be printed: the secret masks itself.
 *
 * @param host the host
 * @param login the account name; empty where a store's entry names none
 * @param secret the password or token
 */
public record Credential(Host host, String login, Secret secret) {
  public Credential {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(login, "login");
    Objects.requireNonNull(secret, "secret");
  }

  /** What names this credential in a store. */
  public CredentialId id() {
    return new CredentialId(host, login);
  }
}
