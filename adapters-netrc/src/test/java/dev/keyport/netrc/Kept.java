package dev.keyport.netrc;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.store.Reach;
import dev.keyport.domain.store.Saved;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.StoreTraits;
import dev.keyport.domain.store.TokenStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A store that holds anything, and says that it keeps it. */
record Kept(TokenStore store) implements TokenStore {
  @Override
  public StoreSpec spec() {
    return new StoreSpec("kept", "");
  }

  @Override
  public StoreTraits traits() {
    return new StoreTraits(true, Integer.MAX_VALUE, true, Reach.KEYPORT);
  }

  @Override
  public Optional<Credential> find(Host host) {
    return store.find(host);
  }

  @Override
  public Optional<Credential> find(CredentialId id) {
    return store.find(id);
  }

  @Override
  public Saved save(Collection<Credential> credentials) {
    return store.save(credentials);
  }

  @Override
  public List<CredentialId> remove(Collection<CredentialId> ids) {
    return store.remove(ids);
  }

  @Override
  public List<CredentialId> list() {
    return store.list();
  }

  @Override
  public StoreStatus status() {
    return store.status();
  }

  @Override
  public void close() {
    store.close();
  }
}
