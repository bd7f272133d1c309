package dev.keyport.domain.token;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.store.Saved;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.StoreTraits;
import dev.keyport.domain.store.TokenStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A store of which a test uses only what it overrides; anything else fails the test. */
abstract class UnusedStore implements TokenStore {
  private static AssertionError unused() {
    return new AssertionError("not a part of this test");
  }

  @Override
  public StoreSpec spec() {
    throw unused();
  }

  @Override
  public StoreTraits traits() {
    throw unused();
  }

  @Override
  public Optional<Credential> find(Host host) {
    throw unused();
  }

  @Override
  public Optional<Credential> find(CredentialId id) {
    throw unused();
  }

  @Override
  public Saved save(Collection<Credential> credentials) {
    throw unused();
  }

  @Override
  public List<CredentialId> remove(Collection<CredentialId> ids) {
    throw unused();
  }

  @Override
  public List<CredentialId> list() {
    throw unused();
  }

  @Override
  public StoreStatus status() {
    throw unused();
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
