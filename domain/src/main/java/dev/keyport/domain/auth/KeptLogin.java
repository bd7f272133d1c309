package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.store.Saved;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.token.Metadata;
import dev.keyport.domain.token.MetadataStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a login's credentials and metadata, and sees that they are what the store answers for their
 * hosts from then on: all of it, or nothing.
 */
final class KeptLogin {
  private final TokenStore store;
  private final MetadataStore metadata;
  private final List<CredentialId> saved = new ArrayList<>();
  private final List<Credential> displaced = new ArrayList<>();
  private final Map<CredentialId, Optional<Metadata>> before = new LinkedHashMap<>();

  private KeptLogin(TokenStore store, MetadataStore metadata) {
    this.store = store;
    this.metadata = metadata;
  }

  static void keep(
      TokenStore store, MetadataStore metadata, List<Credential> credentials, Metadata known) {
    new KeptLogin(store, metadata).keep(credentials, known);
  }

  private void keep(List<Credential> credentials, Metadata known) {
    Saved change = store.save(credentials);
    saved.addAll(change.saved());
    displaced.addAll(change.displaced());
    try {
      for (CredentialId id : saved) {
        Optional<Metadata> old = metadata.find(store.spec(), id);
        metadata.save(store.spec(), id, known);
        before.put(id, old);
      }
      credentials.forEach(this::putInForce);
    } catch (RuntimeException failure) {
      throw restored(failure);
    }
  }

  /**
   * Takes away the logins that would be found before this one. A store of one login a host does
   * this as it saves; in one of many, the login just made would otherwise never be used.
   */
  private void putInForce(Credential own) {
    Optional<Credential> found = store.find(own.host());
    while (found.isPresent() && !found.get().login().equals(own.login())) {
      CredentialId other = found.get().id();
      displaced.add(found.get());
      if (store.remove(List.of(other)).isEmpty()) {
        throw new StoreException.Unavailable(
            store.spec() + " answers with " + other + " and can't remove it",
            "remove it with the store's own tool, and log in again",
            null);
      }
      found = store.find(own.host());
    }
  }

  private RuntimeException restored(RuntimeException failure) {
    restoreMetadata(failure);
    try {
      store.undo(new Saved(saved, displaced));
      return failure;
    } catch (RuntimeException undoing) {
      Retold.suppress(failure, undoing);
      return Retold.with(
          failure,
          "what "
              + store.spec()
              + " held before could not be put back ("
              + Retold.messageOf(undoing)
              + ")");
    }
  }

  private void restoreMetadata(RuntimeException failure) {
    try {
      before.forEach(
          (id, known) -> {
            if (known.isPresent()) {
              metadata.save(store.spec(), id, known.get());
            } else {
              metadata.remove(store.spec(), id);
            }
          });
    } catch (RuntimeException undoing) {
      // Nothing to tell: its fingerprint does not fit what the store holds, so it isn't believed.
      Retold.suppress(failure, undoing);
    }
  }
}
