package dev.keyport.keychain;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.Saved;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.StoreTraits;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.files.ProcessLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A store over a {@link Keychain}: deadlines, one writer at a time, several entries written or
 * removed together, each read back.
 *
 * <p>A keychain changes one entry at a time. When one of several can't be changed, those before it
 * are put back; when the process is killed between two, each entry is the old one or the new.
 */
final class KeychainTokenStore implements TokenStore {
  private final StoreSpec spec;
  private final StoreContext context;
  private final Keychain keychain;
  private final ReentrantLock oneAtATime = new ReentrantLock(true);
  private volatile boolean closed;

  KeychainTokenStore(StoreSpec spec, StoreContext context, Keychain keychain) {
    this.spec = spec;
    this.context = context;
    this.keychain = keychain;
  }

  @Override
  public StoreSpec spec() {
    return spec;
  }

  @Override
  public StoreTraits traits() {
    return keychain.traits();
  }

  @Override
  public Optional<Credential> find(Host host) {
    return opened(deadline -> keychain.first(host, deadline));
  }

  @Override
  public Optional<Credential> find(CredentialId id) {
    return opened(
        deadline ->
            keychain
                .get(id, deadline)
                .map(secret -> new Credential(id.host(), id.login(), secret)));
  }

  @Override
  public List<CredentialId> list() {
    return opened(keychain::list);
  }

  @Override
  public Saved save(Collection<Credential> credentials) {
    Map<CredentialId, Optional<Secret>> wanted = new LinkedHashMap<>();
    for (Credential credential : credentials) {
      keychain.check(credential);
      wanted.put(credential.id(), Optional.of(credential.secret()));
    }
    Map<CredentialId, Optional<Secret>> before = change(wanted);
    List<Credential> displaced = new ArrayList<>();
    before.forEach(
        (id, secret) ->
            secret.ifPresent(text -> displaced.add(new Credential(id.host(), id.login(), text))));
    return new Saved(List.copyOf(wanted.keySet()), displaced);
  }

  @Override
  public List<CredentialId> remove(Collection<CredentialId> ids) {
    Map<CredentialId, Optional<Secret>> wanted = new LinkedHashMap<>();
    ids.forEach(id -> wanted.put(id, Optional.empty()));
    Map<CredentialId, Optional<Secret>> before = change(wanted);
    return before.keySet().stream()
        .filter(id -> before.getOrDefault(id, Optional.empty()).isPresent())
        .toList();
  }

  /** Brings these entries to these secrets, or to none; answers what was there before. */
  private Map<CredentialId, Optional<Secret>> change(Map<CredentialId, Optional<Secret>> wanted) {
    return answer(
        deadline -> {
          keychain.openForWriting(deadline);
          return lock(deadline).hold(() -> change(wanted, deadline));
        });
  }

  /** The keychains themselves don't offer "make it unless it is there". */
  private ProcessLock lock(Deadline deadline) {
    return new ProcessLock(
        context.machine().stateFolder(),
        "the keychain",
        Duration.ofMillis(deadline.remainingMillis()));
  }

  private Map<CredentialId, Optional<Secret>> change(
      Map<CredentialId, Optional<Secret>> wanted, Deadline deadline) {
    Map<CredentialId, Optional<Secret>> before = new LinkedHashMap<>();
    wanted.keySet().forEach(id -> before.put(id, keychain.get(id, deadline)));
    Map<CredentialId, Optional<Secret>> touched = new LinkedHashMap<>();
    try {
      wanted.forEach(
          (id, secret) -> {
            touched.put(id, before.getOrDefault(id, Optional.empty()));
            bring(id, secret, deadline);
          });
    } catch (StoreException e) {
      putBack(touched, e, deadline);
      throw e;
    }
    return before;
  }

  private void bring(CredentialId id, Optional<Secret> secret, Deadline deadline) {
    if (secret.isPresent()) {
      keychain.put(id, secret.get(), deadline);
    } else {
      keychain.delete(id, deadline);
    }
    if (!keychain.get(id, deadline).equals(secret)) {
      throw new StoreException.Unavailable(
          "the keychain took the change of "
              + id
              + " and did not make it: what it answers is not what was written",
          "see that the keychain is unlocked and can be written",
          null);
    }
  }

  /** What can't be put back is told with the failure that made it necessary. */
  private void putBack(
      Map<CredentialId, Optional<Secret>> touched, StoreException failure, Deadline deadline) {
    touched.forEach(
        (id, secret) -> {
          try {
            bring(id, secret, deadline);
          } catch (StoreException e) {
            failure.addSuppressed(e);
          }
        });
  }

  @Override
  public StoreStatus status() {
    try {
      return new StoreStatus.Ready(answer(keychain::open));
    } catch (StoreException.Absent e) {
      return new StoreStatus.Absent(e.message(), e.hint());
    } catch (StoreException.Locked e) {
      return new StoreStatus.Locked(e.message(), e.hint());
    } catch (StoreException e) {
      return new StoreStatus.Unavailable(e.message(), e);
    }
  }

  private <T> T opened(Function<Deadline, T> question) {
    return answer(
        deadline -> {
          keychain.open(deadline);
          return question.apply(deadline);
        });
  }

  private <T> T answer(Function<Deadline, T> question) {
    Deadline deadline = Deadline.in(context.timeout());
    try {
      if (!oneAtATime.tryLock(deadline.remainingMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoreException.TimedOut(
            "another thread used the keychain for " + deadline.allowedInWords(), "try again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException.Unavailable(
          "the thread was interrupted while it waited for the keychain", null, e);
    }
    try {
      if (closed) {
        throw new StoreException.Unavailable("this keychain store was closed", null, null);
      }
      return question.apply(deadline);
    } finally {
      oneAtATime.unlock();
    }
  }

  /** Waits for a call under way, which ends by its own deadline. */
  @Override
  public void close() {
    oneAtATime.lock();
    try {
      closed = true;
      keychain.close();
    } finally {
      oneAtATime.unlock();
    }
  }

  @Override
  public String toString() {
    return "KeychainTokenStore[" + spec + "]";
  }
}
