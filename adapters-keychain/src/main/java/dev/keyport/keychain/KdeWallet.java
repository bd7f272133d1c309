package dev.keyport.keychain;

import com.github.javakeyring.KeyringStorageType;
import dev.keyport.domain.store.StoreException;

/**
 * KDE's wallet by its own protocol. It asks for its password at any call while it is closed, and
 * java-keyring takes a window that was dismissed for "no such entry": an id that is in the index
 * and not found here may be in a wallet that was not opened. Never run on KDE.
 */
final class KdeWallet implements Platform {
  @Override
  public String name() {
    return "kwallet";
  }

  @Override
  public String title() {
    return "KWallet";
  }

  @Override
  public KeyringStorageType type() {
    return KeyringStorageType.KWALLET;
  }

  @Override
  public boolean asksByItself() {
    return true;
  }

  @Override
  public boolean isNotFound(String message) {
    return message.contains("not in wallet");
  }

  @Override
  public StoreException failure(String what, String message) {
    return unavailable(what);
  }
}
