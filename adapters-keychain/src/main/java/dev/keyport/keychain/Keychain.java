package dev.keyport.keychain;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreTraits;
import java.util.List;
import java.util.Optional;

/**
 * A keychain of separate entries, one a credential: the seam between what {@link
 * KeychainTokenStore} promises and what a platform offers.
 *
 * <p>Every call but {@link #traits} and {@link #check} raises the {@link StoreException} that fits.
 * Used by one thread at a time; writes come under the lock that keeps other processes out.
 */
interface Keychain extends AutoCloseable {
  StoreTraits traits();

  /**
   * Refuses what this keychain can't hold, before anything is written.
   *
   * @throws StoreException.Unrepresentable naming what it can't hold, never the value
   */
  void check(Credential credential);

  /**
   * Sees to it that the keychain is there and unlocked, prompting nobody.
   *
   * @return what it is called, for a person
   */
  String open(Deadline deadline);

  /**
   * Has a person unlock the keychain that {@link #open} found locked, where that is possible.
   *
   * @param deadline for the calls around the person's answer
   * @throws StoreException.Locked when he did not
   */
  void unlock(Prompting prompting, Deadline deadline);

  /**
   * What a person should mend though the keychain can be used, a sentence each; for what it holds
   * several times, say.
   */
  List<String> warnings(Deadline deadline);

  /**
   * As {@link #open}, and does what can be done ahead of a write, so that the lock which keeps
   * other processes out is held for the write alone.
   */
  void openForWriting(Deadline deadline);

  /** What Keyport wrote here. */
  List<CredentialId> list(Deadline deadline);

  /** The first credential of the host; one that was made first comes first. */
  Optional<Credential> first(Host host, Deadline deadline);

  Optional<Secret> get(CredentialId id, Deadline deadline);

  /** Writes one entry, and leaves exactly one of this id. */
  void put(CredentialId id, Secret secret, Deadline deadline);

  /** Removes every entry of this id; none is no error. */
  void delete(CredentialId id, Deadline deadline);

  @Override
  void close();
}
