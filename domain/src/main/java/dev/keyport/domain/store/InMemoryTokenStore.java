package dev.keyport.domain.store;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps credentials until the process ends: for tests, for one-off commands, and for embedders that
 * must leave nothing behind. Holds several logins for a host. Keeps and hands out copies, so that a
 * caller may close the secrets it has. Safe for use by several threads.
 */
public final class InMemoryTokenStore implements TokenStore {
  private static final StoreSpec SPEC = new StoreSpec("memory", "");

  private final Map<CredentialId, Credential> credentials = new LinkedHashMap<>();

  /** An empty store. */
  public InMemoryTokenStore() {}

  @Override
  public StoreSpec spec() {
    return SPEC;
  }

  @Override
  public StoreTraits traits() {
    return new StoreTraits(true, Integer.MAX_VALUE, false, Reach.PROCESS);
  }

  @Override
  public synchronized Optional<Credential> find(Host host) {
    return credentials.values().stream()
        .filter(c -> c.host().equals(host) && !c.secret().isEmpty())
        .findFirst()
        .map(InMemoryTokenStore::copy);
  }

  @Override
  public synchronized Optional<Credential> find(CredentialId id) {
    return Optional.ofNullable(credentials.get(id)).map(InMemoryTokenStore::copy);
  }

  private static Credential copy(Credential of) {
    return new Credential(of.host(), of.login(), of.secret().use(Secret::copyOf), of.account());
  }

  @Override
  public synchronized Saved save(Collection<Credential> saving) {
    List<CredentialId> saved = new ArrayList<>();
    List<Credential> displaced = new ArrayList<>();
    for (Credential credential : saving) {
      Credential before = credentials.put(credential.id(), copy(credential));
      if (before != null && !saved.contains(credential.id())) {
        displaced.add(before);
      }
      saved.add(credential.id());
    }
    return new Saved(saved, displaced);
  }

  @Override
  public synchronized List<CredentialId> remove(Collection<CredentialId> ids) {
    return ids.stream().filter(id -> credentials.remove(id) != null).toList();
  }

  @Override
  public synchronized List<CredentialId> list() {
    return List.copyOf(credentials.keySet());
  }

  @Override
  public StoreStatus status() {
    return new StoreStatus.Ready("kept in memory until this process ends");
  }

  @Override
  public void close() {
    // What is kept may still be asked for: nothing outside this object is held open.
  }

  /** Opens {@link InMemoryTokenStore}s. */
  @StoreScheme("memory")
  public static final class Provider implements TokenStoreProvider {
    /** For {@link java.util.ServiceLoader}. */
    public Provider() {}

    @Override
    public TokenStore open(StoreSpec spec, StoreContext context) {
      if (!spec.argument().isEmpty()) {
        throw new UsageException(
            "the store memory has no places to choose from, as in \"" + spec + "\"",
            "write memory");
      }
      return new InMemoryTokenStore();
    }
  }
}
