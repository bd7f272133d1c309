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
import dev.keyport.domain.store.StoreWarning;
import dev.keyport.domain.store.TokenStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A store over a {@link Keychain}: deadlines, one thread at a time, a person asked to unlock where
 * the policy allows it. {@link Changes} does the writing.
 */
final class KeychainTokenStore implements TokenStore {
  private final StoreSpec spec;
  private final StoreContext context;
  private final Keychain keychain;
  private final Changes changes;
  private final Prompting prompting;
  private final ReentrantLock oneAtATime = new ReentrantLock(true);
  private final AtomicBoolean toldOfDoubts = new AtomicBoolean();
  private volatile boolean closed;

  /**
   * @param name names the keychain's journal in the state folder
   */
  KeychainTokenStore(
      StoreSpec spec, StoreContext context, Keychain keychain, String name, Prompting prompting) {
    this.spec = spec;
    this.context = context;
    this.keychain = keychain;
    this.prompting = prompting;
    this.changes = new Changes(keychain, context, name);
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
  public Saved rehearse(Collection<Credential> credentials) {
    credentials.forEach(keychain::check);
    return TokenStore.super.rehearse(credentials);
  }

  @Override
  public List<CredentialId> removeUnchanged(Collection<Credential> expected) {
    Map<CredentialId, Secret> secrets = new LinkedHashMap<>();
    expected.forEach(credential -> secrets.put(credential.id(), credential.secret()));
    return answer(
        deadline -> changes.removeUnchanged(secrets, unlocked(keychain::openForWriting, deadline)));
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

  private Map<CredentialId, Optional<Secret>> change(Map<CredentialId, Optional<Secret>> wanted) {
    return answer(
        deadline -> {
          Deadline opened = unlocked(keychain::openForWriting, deadline);
          return changes.make(wanted, opened);
        });
  }

  @Override
  public StoreStatus status() {
    try {
      return answer(
          deadline -> {
            String name = keychain.open(deadline);
            List<StoreWarning> warnings = new ArrayList<>();
            keychain
                .warnings(deadline)
                .forEach(text -> warnings.add(StoreWarning.of("keychain-several-items", text)));
            changes
                .doubts()
                .forEach(text -> warnings.add(StoreWarning.of("keychain-change-cut-short", text)));
            return new StoreStatus.Ready(name, warnings);
          });
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
          T answer = question.apply(unlocked(keychain::open, deadline));
          tellOfDoubts();
          return answer;
        });
  }

  /**
   * Opens the keychain, and has a person unlock it where that may be.
   *
   * @return the deadline of what follows: a new one when a person was waited for
   */
  private Deadline unlocked(Consumer<Deadline> open, Deadline deadline) {
    try {
      open.accept(deadline);
      return deadline;
    } catch (StoreException.Locked e) {
      if (!prompting.allowed()) {
        throw e;
      }
    }
    keychain.unlock(prompting, deadline);
    Deadline again = Deadline.in(context.timeout());
    open.accept(again);
    return again;
  }

  private void tellOfDoubts() {
    if (!toldOfDoubts.get()) {
      List<String> doubts = changes.doubts();
      if (!doubts.isEmpty()) {
        toldOfDoubts.set(true);
        doubts.forEach(context.notices());
      }
    }
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
