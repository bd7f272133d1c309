package dev.keyport.domain.store;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A link of a chain with a name of its own, which fails as it is told and knows if it is closed.
 */
final class Link implements TokenStore {
  enum Call {
    READ,
    SAVE,
    REMOVE
  }

  private final InMemoryTokenStore store = new InMemoryTokenStore();
  private final StoreSpec spec;
  private final Set<Call> failing = EnumSet.noneOf(Call.class);
  private @Nullable StoreException failure;
  private boolean closed;
  private Optional<String> half = Optional.empty();

  Link(String name) {
    this.spec = StoreSpec.parse(name);
  }

  /** Fails these calls from now on. */
  Link failing(StoreException with, Call... calls) {
    failure = with;
    failing.addAll(List.of(calls));
    return this;
  }

  /** Has something of every host that is no credential. */
  Link withHalf(String what) {
    half = Optional.of(what);
    return this;
  }

  Link absent() {
    return failing(
        new StoreException.Absent("no " + spec + " service", null),
        Call.READ,
        Call.SAVE,
        Call.REMOVE);
  }

  Link locked() {
    return failing(
        new StoreException.Locked("the keyring is locked", "unlock it"),
        Call.READ,
        Call.SAVE,
        Call.REMOVE);
  }

  boolean closed() {
    return closed;
  }

  private InMemoryTokenStore store(Call call) {
    if (failure != null && failing.contains(call)) {
      throw failure;
    }
    return store;
  }

  @Override
  public StoreSpec spec() {
    return spec;
  }

  @Override
  public StoreTraits traits() {
    return store.traits();
  }

  @Override
  public Optional<Credential> find(Host host) {
    return store(Call.READ).find(host);
  }

  @Override
  public Optional<Credential> find(CredentialId id) {
    return store(Call.READ).find(id);
  }

  /** Answers every host with what is kept for {@code default.example}. */
  @Override
  public Optional<Credential> findCatchAll(Host host) {
    return store(Call.READ)
        .find(Host.parse("default.example"))
        .map(found -> new Credential(host, found.login(), found.secret()));
  }

  @Override
  public Optional<String> incomplete(Host host) {
    store(Call.READ);
    return half;
  }

  @Override
  public Saved save(Collection<Credential> credentials) {
    return store(Call.SAVE).save(credentials);
  }

  @Override
  public List<CredentialId> remove(Collection<CredentialId> ids) {
    return store(Call.REMOVE).remove(ids);
  }

  @Override
  public List<CredentialId> list() {
    return store(Call.READ).list();
  }

  @Override
  public StoreStatus status() {
    if (failure instanceof StoreException.Absent) {
      return new StoreStatus.Absent(failure.message());
    }
    if (failure instanceof StoreException.Locked) {
      return new StoreStatus.Locked(failure.message());
    }
    return new StoreStatus.Ready("it is there", List.of(StoreWarning.of("mend", "mend " + spec)));
  }

  @Override
  public void close() {
    closed = true;
  }
}
