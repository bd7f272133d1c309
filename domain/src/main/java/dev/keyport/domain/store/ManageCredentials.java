package dev.keyport.domain.store;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import java.util.List;
import java.util.Optional;

/** The store itself, for any host: list, read, write, remove. */
public final class ManageCredentials {
  private final TokenStore store;

  /**
   * @param store the store
   */
  public ManageCredentials(TokenStore store) {
    this.store = store;
  }

  /** What is stored, never secrets. */
  public List<CredentialId> list() {
    return store.list();
  }

  /**
   * The credential for a host: its own, one that names the port before one that does not, or what
   * the store answers for every host.
   *
   * @param login whose; empty for whoever comes first
   */
  public Optional<Credential> get(Host host, Optional<String> login) {
    return find(host, login)
        .or(() -> host.port().isPresent() ? find(host.withoutPort(), login) : Optional.empty())
        .or(
            () ->
                store
                    .findCatchAll(host)
                    .filter(found -> login.isEmpty() || login.get().equals(found.login())));
  }

  /** What there is of a host that is no credential, in one sentence with its place. */
  public Optional<String> incomplete(Host host) {
    return store
        .incomplete(host)
        .or(
            () ->
                host.port().isPresent() ? store.incomplete(host.withoutPort()) : Optional.empty());
  }

  private Optional<Credential> find(Host host, Optional<String> login) {
    return login.isPresent() ? store.find(new CredentialId(host, login.get())) : store.find(host);
  }

  /**
   * Writes a credential.
   *
   * @throws UsageException when the secret is empty
   */
  public Saved put(Host host, String login, Secret secret) {
    if (secret.isEmpty()) {
      throw new UsageException("no password was given for " + host, "give it on stdin, one line");
    }
    return store.save(List.of(new Credential(host, login, secret)));
  }

  /**
   * Removes what is stored for a host.
   *
   * @param login whose; empty for everybody's
   * @return what was removed; empty when nothing was there
   */
  public List<CredentialId> remove(Host host, Optional<String> login) {
    List<CredentialId> ids =
        store.list().stream()
            .filter(id -> id.host().equals(host))
            .filter(id -> login.isEmpty() || login.get().equals(id.login()))
            .distinct()
            .toList();
    return ids.isEmpty() ? ids : store.remove(ids);
  }
}
