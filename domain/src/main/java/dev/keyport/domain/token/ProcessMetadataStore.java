package dev.keyport.domain.token;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.store.StoreSpec;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Metadata that is known until the process ends. */
final class ProcessMetadataStore implements MetadataStore {
  private final Map<Key, Metadata> known = new ConcurrentHashMap<>();

  private record Key(StoreSpec store, CredentialId id) {}

  @Override
  public Optional<Metadata> find(StoreSpec store, CredentialId id) {
    return Optional.ofNullable(known.get(new Key(store, id)));
  }

  @Override
  public void save(StoreSpec store, CredentialId id, Metadata metadata) {
    known.put(new Key(store, id), metadata);
  }

  @Override
  public void remove(StoreSpec store, CredentialId id) {
    known.remove(new Key(store, id));
  }
}
