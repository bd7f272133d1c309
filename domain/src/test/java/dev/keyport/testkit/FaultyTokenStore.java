package dev.keyport.testkit;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.store.InMemoryTokenStore;
import dev.keyport.domain.store.Saved;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.StoreTraits;
import dev.keyport.domain.store.TokenStore;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store in memory whose calls fail as they are told to, until they are told otherwise. */
public final class FaultyTokenStore implements TokenStore {
  /** The calls that can be made to fail. */
  public enum Call {
    /** Either find. */
    FIND,
    /** {@link TokenStore#save}. */
    SAVE,
    /** {@link TokenStore#remove}. */
    REMOVE,
    /** {@link TokenStore#checkRemovable}. */
    CHECK,
    /** {@link TokenStore#checkWritable}. */
    CHECK_WRITABLE,
    /** {@link TokenStore#list}. */
    LIST,
    /** {@link TokenStore#close}. */
    CLOSE
  }

  private final InMemoryTokenStore store = new InMemoryTokenStore();
  private final Map<Call, RuntimeException> failures = new EnumMap<>(Call.class);

  /** Makes the call fail with this from now on: what a store may throw, or what it may not. */
  public void fail(Call call, RuntimeException failure) {
    failures.put(call, failure);
  }

  /** Lets every call succeed again. */
  public void mend() {
    failures.clear();
  }

  private void check(Call call) {
    RuntimeException failure = failures.get(call);
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public StoreSpec spec() {
    return store.spec();
  }

  @Override
  public StoreTraits traits() {
    return store.traits();
  }

  @Override
  public Optional<Credential> find(Host host) {
    check(Call.FIND);
    return store.find(host);
  }

  @Override
  public Optional<Credential> find(CredentialId id) {
    check(Call.FIND);
    return store.find(id);
  }

  @Override
  public Saved save(Collection<Credential> credentials) {
    check(Call.SAVE);
    return store.save(credentials);
  }

  @Override
  public void checkWritable() {
    check(Call.CHECK_WRITABLE);
  }

  @Override
  public void checkRemovable(Collection<CredentialId> ids) {
    check(Call.CHECK);
  }

  @Override
  public List<CredentialId> remove(Collection<CredentialId> ids) {
    check(Call.REMOVE);
    return store.remove(ids);
  }

  @Override
  public List<CredentialId> list() {
    check(Call.LIST);
    return store.list();
  }

  @Override
  public StoreStatus status() {
    return failures.get(Call.FIND) instanceof StoreException failure
        ? new StoreStatus.Unavailable(failure.message(), failure)
        : store.status();
  }

  @Override
  public void close() {
    check(Call.CLOSE);
    store.close();
  }
}
