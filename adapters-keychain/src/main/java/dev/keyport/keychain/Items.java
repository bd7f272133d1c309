package dev.keyport.keychain;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The items of the user's default keyring: what the Secret Service offers, without its wire.
 *
 * <p>Every call raises the {@link StoreException} that fits: absent, locked, unavailable or timed
 * out. None but {@link #unlock} prompts.
 */
interface Items extends AutoCloseable {
  /**
   * Sees to it that the keyring is there and unlocked.
   *
   * @return what it is called
   */
  String open(Deadline deadline);

  /**
   * Has a person unlock the keyring that {@link #open} found locked.
   *
   * @param deadline for the calls around the person's answer
   * @throws StoreException.Locked when he did not
   */
  void unlock(Prompting prompting, Deadline deadline);

  /** Agrees ahead of time on how secrets are passed. */
  void prepare(Deadline deadline);

  /** The items that have at least these attributes, in no order. */
  List<Item> search(Map<String, String> attributes, Deadline deadline);

  /**
   * An item's secret; empty when the item is gone.
   *
   * @throws StoreException.Corrupt when it is not text in UTF-8
   */
  Optional<Secret> read(Item item, Deadline deadline);

  /** Makes a new item, whatever is there already. */
  void create(CredentialId id, Secret secret, Deadline deadline);

  /** Gives an item another secret, and makes its label and attributes ours. */
  void overwrite(Item item, CredentialId id, Secret secret, Deadline deadline);

  /** Deletes an item; one that is gone already is no error. */
  void delete(Item item, Deadline deadline);

  @Override
  void close();
}
