package dev.keyport.keychain;

import dev.keyport.domain.store.StoreException;
import java.util.Optional;

/**
 * A keychain that gets, sets and deletes by service and account, and can do nothing else: what
 * java-keyring offers on every platform.
 *
 * <p>Every call raises the {@link StoreException} that fits. Used by one thread at a time.
 */
interface SimpleKeyring extends AutoCloseable {
  /** Sees to it that the keychain is there, prompting nobody. */
  void open(Deadline deadline);

  Optional<String> get(String service, String account, Deadline deadline);

  void set(String service, String account, String secret, Deadline deadline);

  /** Deletes the entry; none is no error. */
  void delete(String service, String account, Deadline deadline);

  @Override
  void close();
}
