package dev.keyport.keychain;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreException;
import dev.keyport.files.ProcessLock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes of several entries together, each read back, one writer at a time.
 *
 * <p>A keychain changes one entry at a time. When one of several can't be changed, those before it
 * are put back; when that can't be done either, or the process is killed between two, each entry is
 * the old one or the new, and the {@link Journal} says which are meant.
 */
final class Changes {
  private final Keychain keychain;
  private final StoreContext context;
  private final Journal journal;

  Changes(Keychain keychain, StoreContext context, String name) {
    this.keychain = keychain;
    this.context = context;
    this.journal =
        new Journal(
            new IdFile(context.machine().stateFolder(), name + ".journal", context.timeout()));
  }

  /** Brings these entries to these secrets, or to none; answers what was there before. */
  Map<CredentialId, Optional<Secret>> make(
      Map<CredentialId, Optional<Secret>> wanted, Deadline deadline) {
    return lock(Duration.ofMillis(deadline.remainingMillis()))
        .hold(() -> makeLocked(wanted, deadline));
  }

  /** Removes the entries that still have this secret, and answers which those were. */
  List<CredentialId> removeUnchanged(Map<CredentialId, Secret> expected, Deadline deadline) {
    return lock(Duration.ofMillis(deadline.remainingMillis()))
        .hold(
            () -> {
              Map<CredentialId, Optional<Secret>> wanted = new LinkedHashMap<>();
              expected.forEach(
                  (id, secret) ->
                      keychain
                          .get(id, deadline)
                          .filter(secret::equals)
                          .ifPresent(same -> wanted.put(id, Optional.empty())));
              makeLocked(wanted, deadline);
              return List.copyOf(wanted.keySet());
            });
  }

  /** The keychains themselves don't offer "make it unless it is there". */
  private ProcessLock lock(Duration timeout) {
    return new ProcessLock(context.machine().stateFolder(), "the keychain", timeout);
  }

  private Map<CredentialId, Optional<Secret>> makeLocked(
      Map<CredentialId, Optional<Secret>> wanted, Deadline deadline) {
    Map<CredentialId, Optional<Secret>> before = new LinkedHashMap<>();
    wanted.keySet().forEach(id -> before.put(id, keychain.get(id, deadline)));
    List<CredentialId> doubted = journal.begin(wanted.keySet());
    Map<CredentialId, Optional<Secret>> touched = new LinkedHashMap<>();
    try {
      wanted.forEach(
          (id, secret) -> {
            touched.put(id, before.getOrDefault(id, Optional.empty()));
            bring(id, secret, deadline);
          });
    } catch (StoreException e) {
      uninterrupted(() -> putBack(touched, wanted.keySet(), doubted, e, deadline));
      throw e;
    }
    settle(wanted.keySet());
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

  /**
   * What can't be put back is told with the failure that made it necessary, and stays in the
   * journal. A keychain that answers nothing is not asked again.
   */
  private void putBack(
      Map<CredentialId, Optional<Secret>> touched,
      Collection<CredentialId> all,
      List<CredentialId> doubted,
      StoreException failure,
      Deadline deadline) {
    boolean restored = !(failure instanceof StoreException.TimedOut);
    if (restored) {
      for (Map.Entry<CredentialId, Optional<Secret>> entry : touched.entrySet()) {
        try {
          bring(entry.getKey(), entry.getValue(), deadline);
        } catch (StoreException e) {
          failure.addSuppressed(e);
          restored = false;
        }
      }
    }
    if (restored) {
      settle(all.stream().filter(id -> !doubted.contains(id)).toList());
    } else if (all.size() > 1) {
      context.notices().accept(Journal.warning(List.copyOf(touched.keySet())));
    }
  }

  /** A thread that is to end still cleans up: an interrupt would end every call at once. */
  private static void uninterrupted(Runnable action) {
    boolean interrupted = Thread.interrupted();
    try {
      action.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The entries are as they should be; a note that stays tells of a doubt that there is not. */
  private void settle(Collection<CredentialId> ids) {
    try {
      journal.settle(ids);
    } catch (StoreException e) {
      context.notices().accept(e.message());
    }
  }

  /** What a person should know of changes that were cut short; of none that is under way. */
  List<String> doubts() {
    try {
      if (journal.ids().isEmpty()) {
        return List.of();
      }
      // Who holds the lock is changing them now.
      List<CredentialId> left = lock(Duration.ZERO).hold(journal::ids);
      return left.isEmpty() ? List.of() : List.of(Journal.warning(left));
    } catch (StoreException.TimedOut e) {
      return List.of();
    } catch (StoreException e) {
      return List.of(e.message());
    }
  }
}
