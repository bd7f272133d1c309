package dev.keyport.testkit;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.token.Metadata;
import dev.keyport.domain.token.MetadataStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Metadata in memory, whose writes fail when they are told to. Used from one thread. */
public final class InMemoryMetadataStore implements MetadataStore {
  private final Map<String, Metadata> known = new LinkedHashMap<>();
  private int writesLeft = Integer.MAX_VALUE;

  /** Lets this many writes succeed and fails those after them. */
  public void failAfter(int writes) {
    writesLeft = writes;
  }

  /** What is known, by {@code store id}. */
  public Map<String, Metadata> all() {
    return Map.copyOf(known);
  }

  private static String key(StoreSpec store, CredentialId id) {
    return store + " " + id;
  }

  private void write() {
    if (writesLeft <= 0) {
      throw new StoreException.Unavailable("the state folder is read-only", "mend it", null);
    }
    writesLeft--;
  }

  @Override
  public Optional<Metadata> find(StoreSpec store, CredentialId id) {
    return Optional.ofNullable(known.get(key(store, id)));
  }

  @Override
  public void save(StoreSpec store, CredentialId id, Metadata metadata) {
    write();
    known.put(key(store, id), metadata);
  }

  @Override
  public void remove(StoreSpec store, CredentialId id) {
    write();
    known.remove(key(store, id));
  }
}
