package dev.keyport.domain.credential;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  // Written out, as Java links what it makes for a record when it first runs, which a command that
  // looks up one credential waits for.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CredentialId id && host.equals(id.host) && login.equals(id.login);
  }

  @Override
  public int hashCode() {
    return 31 * host.hashCode() + login.hashCode();
  }

  @Override
  public String toString() {
    return login.isEmpty() ? host.toString() : login + " at " + host;
  }
}
