package dev.keyport.domain.credential;

import java.util.Objects;
import java.util.Optional;

/**
 * A login and its secret for one host. It may be printed: the secret masks itself.
 *
 * @param host the host
 * @param login the account name; empty where a store's entry names none
 * @param secret the password or token
 * @param account netrc's {@code account}, a further name that some FTP servers ask for; empty where
 *     a store's entry has none, or the store can't keep one. It is read, never written
 */
public record Credential(Host host, String login, Secret secret, Optional<String> account) {
  public Credential {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(login, "login");
    Objects.requireNonNull(secret, "secret");
    Objects.requireNonNull(account, "account");
  }

  /** A credential without netrc's {@code account}. */
  public Credential(Host host, String login, Secret secret) {
    this(host, login, secret, Optional.empty());
  }

  /** Whether the other is for the same host and login and has the same secret. */
  public boolean isSameLogin(Credential other) {
    return id().equals(other.id()) && secret.equals(other.secret);
  }

  /**
   * The same with a secret of its own, which lives on when this one's is closed.
   *
   * @return empty when this one's was closed
   */
  public Optional<Credential> copy() {
    return secret.copy().map(own -> new Credential(host, login, own, account));
  }

  /** What names this credential in a store. */
  public CredentialId id() {
    return new CredentialId(host, login);
  }
}
