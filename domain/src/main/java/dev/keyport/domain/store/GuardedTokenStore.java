package dev.keyport.domain.store;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.error.UsageException;
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
    return guarded(List.of(), call);
  }

  private <R> R guarded(Collection<Credential> given, Supplier<R> call) {
    try {
      return Objects.requireNonNull(call.get(), "the store answered null");
    } catch (StoreException | UsageException e) {
      throw e;
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

  private StoreException failed(Collection<Credential> given, Throwable failure) {
    String why =
        failure instanceof KeyportException told ? told.message() : failure.getClass().getName();
    boolean leaks = leaks(given, failure);
    return new StoreException.Unavailable(
        "the store " + name + " failed: " + (leaks ? failure.getClass().getName() : why),
        WAY_OUT,
        leaks ? null : failure);
  }

  /** Whether one of its messages, or of those behind it, has a secret in it. */
  private static boolean leaks(Collection<Credential> given, Throwable failure) {
    Throwable one = failure;
    for (int depth = 0; one != null && depth < 100; depth++, one = one.getCause()) {
      String message = String.valueOf(one.getMessage());
      for (Credential credential : given) {
        if (!credential.secret().isEmpty()
            && credential.secret().use(chars -> message.contains(new String(chars)))) {
          return true;
        }
      }
    }
    return false;
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
    return guarded(() -> store.find(host));
  }

  @Override
  public Optional<Credential> find(CredentialId id) {
    return guarded(() -> store.find(id));
  }

  @Override
  public Optional<StoredCredential> locate(Host host) {
    return guarded(() -> store.locate(host));
  }

  @Override
  public Optional<StoredCredential> locate(CredentialId id) {
    return guarded(() -> store.locate(id));
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
    return guarded(credentials, () -> store.save(credentials));
  }

  @Override
  public Saved rehearse(Collection<Credential> credentials) {
    return guarded(credentials, () -> store.rehearse(credentials));
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
    return guarded(expected, () -> store.removeUnchanged(expected));
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
      return new StoreStatus.Unavailable(e.message(), failed(List.of(), e));
    }
  }

  @Override
  public void undo(Saved saved) {
    var unused =
        guarded(
            saved.displaced(),
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
