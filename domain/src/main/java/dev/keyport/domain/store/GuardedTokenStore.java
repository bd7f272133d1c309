package dev.keyport.domain.store;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.provider.LoadingFailure;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A store of somebody else's making, kept to the contract as far as its failures go: whatever it
 * throws comes out as a {@link StoreException}, and an answer that is null is a failure too. What
 * it says for itself is kept as the cause, save where that has a secret in it that it was given.
 */
final class GuardedTokenStore implements TokenStore {
  private static final String WAY_OUT = "tell those who make this store";

  private final TokenStore store;
  private final StoreSpec name;

  /**
   * @param store is closed with this one
   * @param name what to call it, should it not say so itself
   */
  GuardedTokenStore(TokenStore store, StoreSpec name) {
    this.store = Objects.requireNonNull(store, "store");
    this.name = name;
  }

  private <R> R guarded(Supplier<R> call) {
    return guarded(GivenSecrets.NONE, call);
  }

  private <R> R guarded(GivenSecrets given, Supplier<R> call) {
    try {
      return Objects.requireNonNull(call.get(), "the store answered null");
    } catch (StoreException | UsageException e) {
      throw given.areIn(e) ? failed(given, e) : e;
    } catch (Exception | LinkageError e) {
      // A checked one too: not every language of the JVM asks whether it was declared.
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw failed(given, e);
    }
  }

  private void guarded(Runnable call) {
    var unused =
        guarded(
            () -> {
              call.run();
              return true;
            });
  }

  private StoreException failed(GivenSecrets given, Throwable failure) {
    boolean leaks = given.areIn(failure);
    if (failure instanceof LinkageError && !leaks) {
      return new StoreException.Unavailable(
          "the store " + name + " failed: " + LoadingFailure.told(failure),
          LoadingFailure.wayOut(failure),
          failure);
    }
    String why =
        failure instanceof KeyportException told && !leaks
            ? told.message()
            : failure.getClass().getName();
    return new StoreException.Unavailable(
        "the store " + name + " failed: " + why, WAY_OUT, leaks ? null : failure);
  }

  /** A credential of another host would be sent to the one that asked. */
  private Credential requireOf(Host host, Credential answer) {
    if (!answer.host().equals(host)) {
      throw new StoreException.Unavailable(
          "the store " + name + " answered with the credential of another host than " + host,
          WAY_OUT,
          null);
    }
    return answer;
  }

  private Credential requireOf(CredentialId id, Credential answer) {
    if (!answer.login().isEmpty() && !answer.login().equals(id.login())) {
      throw new StoreException.Unavailable(
          "the store " + name + " answered with another login than " + id, WAY_OUT, null);
    }
    return requireOf(id.host(), answer);
  }

  @Override
  public StoreSpec spec() {
    return guarded(store::spec);
  }

  @Override
  public StoreTraits traits() {
    return guarded(store::traits);
  }

  @Override
  public Optional<Credential> find(Host host) {
    return guarded(() -> store.find(host).map(found -> requireOf(host, found)));
  }

  @Override
  public Optional<Credential> find(CredentialId id) {
    return guarded(() -> store.find(id).map(found -> requireOf(id, found)));
  }

  @Override
  public Optional<StoredCredential> locate(Host host) {
    return guarded(
        () ->
            store
                .locate(host)
                .map(
                    found ->
                        new StoredCredential(found.store(), requireOf(host, found.credential()))));
  }

  @Override
  public Optional<StoredCredential> locate(CredentialId id) {
    return guarded(
        () ->
            store
                .locate(id)
                .map(
                    found ->
                        new StoredCredential(found.store(), requireOf(id, found.credential()))));
  }

  @Override
  public Optional<Credential> findCatchAll(Host host) {
    return guarded(() -> store.findCatchAll(host));
  }

  @Override
  public Optional<String> incomplete(Host host) {
    return guarded(() -> store.incomplete(host));
  }

  @Override
  public Saved save(Collection<Credential> credentials) {
    return guarded(GivenSecrets.of(credentials), () -> store.save(credentials));
  }

  @Override
  public Saved rehearse(Collection<Credential> credentials) {
    return guarded(GivenSecrets.of(credentials), () -> store.rehearse(credentials));
  }

  @Override
  public void checkWritable() {
    guarded(store::checkWritable);
  }

  @Override
  public List<CredentialId> remove(Collection<CredentialId> ids) {
    return guarded(() -> store.remove(ids));
  }

  @Override
  public List<CredentialId> removeUnchanged(Collection<Credential> expected) {
    return guarded(GivenSecrets.of(expected), () -> store.removeUnchanged(expected));
  }

  @Override
  public void checkRemovable(Collection<CredentialId> ids) {
    guarded(() -> store.checkRemovable(ids));
  }

  @Override
  public List<CredentialId> list() {
    return guarded(store::list);
  }

  /** Compares what is guarded: this one is no other place than that. */
  @Override
  public boolean isSamePlaceAs(TokenStore other) {
    return guarded(
        () -> store.isSamePlaceAs(other instanceof GuardedTokenStore guard ? guard.store : other));
  }

  @Override
  public StoreStatus status() {
    try {
      return guarded(store::status);
    } catch (StoreException e) {
      return new StoreStatus.Unavailable(e.message(), e);
    } catch (UsageException e) {
      return new StoreStatus.Unavailable(e.message(), failed(GivenSecrets.NONE, e));
    }
  }

  @Override
  public void undo(Saved saved) {
    var unused =
        guarded(
            GivenSecrets.of(saved.displaced()),
            () -> {
              store.undo(saved);
              return true;
            });
  }

  @Override
  public void close() {
    guarded(store::close);
  }
}
