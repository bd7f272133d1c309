package dev.keyport.domain.store;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a save would change, by what a store says of itself and holds. */
final class Rehearsal {
  private Rehearsal() {}

  static Saved of(TokenStore store, Collection<Credential> credentials) {
    store.checkWritable();
    Map<CredentialId, Credential> saved = new LinkedHashMap<>();
    credentials.forEach(credential -> saved.put(credential.id(), credential));
    Map<CredentialId, Credential> displaced = new LinkedHashMap<>();
    for (Credential credential : saved.values()) {
      checkSize(store, credential);
      hold(store, credential.id(), displaced);
      if (!store.traits().manyLoginsPerHost()) {
        checkAlone(store, credential.id(), saved.keySet());
        othersOf(store, credential.host(), saved.keySet())
            .forEach(other -> hold(store, other, displaced));
      }
    }
    return new Saved(List.copyOf(saved.keySet()), List.copyOf(displaced.values()));
  }

  private static void hold(
      TokenStore store, CredentialId id, Map<CredentialId, Credential> displaced) {
    store.find(id).filter(found -> found.id().equals(id)).ifPresent(old -> displaced.put(id, old));
  }

  private static void checkSize(TokenStore store, Credential credential) {
    int limit = store.traits().maxSecretBytes();
    if (credential.secret().utf8Length() > limit) {
      throw new StoreException.Unrepresentable(
          store.spec()
              + " holds secrets of up to "
              + limit
              + " bytes; that of "
              + credential.id()
              + " is longer",
          "keep it in another store");
    }
  }

  private static void checkAlone(TokenStore store, CredentialId id, Collection<CredentialId> all) {
    if (all.stream().anyMatch(other -> other.host().equals(id.host()) && !other.equals(id))) {
      throw new StoreException.Unrepresentable(
          store.spec() + " keeps one login for " + id.host() + ": it can't hold several",
          "save one of them, or keep the others in a store of their own");
    }
  }

  private static List<CredentialId> othersOf(
      TokenStore store, Host host, Collection<CredentialId> saved) {
    return store.list().stream()
        .filter(other -> other.host().equals(host) && !saved.contains(other))
        .toList();
  }
}
