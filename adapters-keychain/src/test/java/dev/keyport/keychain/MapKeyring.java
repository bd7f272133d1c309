package dev.keyport.keychain;

import dev.keyport.domain.store.StoreException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A stand-in for a platform's keychain, shared by the stores opened on it. */
final class MapKeyring implements SimpleKeyring {
  private final Map<String, String> entries = new LinkedHashMap<>();
  private boolean refusesWrites;

  /** Takes the next writes and makes none of them, as a locked keyring does. */
  void dropWrites() {
    refusesWrites = true;
  }

  Map<String, String> entries() {
    return entries;
  }

  @Override
  public void open(Deadline deadline) {
    if (deadline.remainingMillis() == 0) {
      throw new StoreException.TimedOut("the stand-in was asked too late", null);
    }
  }

  @Override
  public synchronized Optional<String> get(String service, String account, Deadline deadline) {
    return Optional.ofNullable(entries.get(service + "|" + account));
  }

  @Override
  public synchronized void set(String service, String account, String secret, Deadline deadline) {
    if (!refusesWrites) {
      entries.put(service + "|" + account, secret);
    }
  }

  @Override
  public synchronized void delete(String service, String account, Deadline deadline) {
    entries.remove(service + "|" + account);
  }

  @Override
  public void close() {
    // The entries outlive the store, as a keychain's do.
  }
}
