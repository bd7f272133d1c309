package dev.keyport.examples;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.store.Reach;
import dev.keyport.domain.store.Saved;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.StoreTraits;
import dev.keyport.domain.store.TokenStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

// begin: store
/** Credentials in the session of a server's user: a map that the session brings. */
public final class SessionTokenStore implements TokenStore {
  private final Map<CredentialId, Credential> session;

  /** In this session, which several threads may change at once. */
  public SessionTokenStore(Map<CredentialId, Credential> session) {
    this.session = session;
  }

  @Override
  public StoreSpec spec() {
    return new StoreSpec("session", "");
  }

  @Override
  public StoreTraits traits() {
    return new StoreTraits(true, Integer.MAX_VALUE, false, Reach.PROCESS);
  }

  @Override
  public Optional<Credential> find(Host host) {
    return session.values().stream()
        .filter(held -> held.host().equals(host) && !held.secret().isEmpty())
        .findFirst()
        .flatMap(Credential::copy);
  }

  @Override
  public Optional<Credential> find(CredentialId id) {
    return Optional.ofNullable(session.get(id)).flatMap(Credential::copy);
  }

  @Override
  public synchronized Saved save(Collection<Credential> credentials) {
    List<CredentialId> saved = new ArrayList<>();
    List<Credential> displaced = new ArrayList<>();
    for (Credential credential : credentials) {
      Credential before = session.put(credential.id(), credential.copy().orElseThrow());
      if (before != null && !saved.contains(credential.id())) {
        displaced.add(before);
      }
      saved.add(credential.id());
    }
    return new Saved(saved, displaced);
  }

  @Override
  public synchronized List<CredentialId> remove(Collection<CredentialId> ids) {
    return ids.stream().filter(id -> session.remove(id) != null).toList();
  }

  @Override
  public List<CredentialId> list() {
    return session.values().stream().map(Credential::id).toList();
  }

  @Override
  public StoreStatus status() {
    return new StoreStatus.Ready("kept in the user's session");
  }

  @Override
  public void close() {
    // The session ends when the server says so.
  }
}
// end: store
