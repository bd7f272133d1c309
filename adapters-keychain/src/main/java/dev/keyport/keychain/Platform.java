package dev.keyport.keychain;

import com.github.javakeyring.KeyringStorageType;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.store.StoreException;

/**
 * A system's keychain as it is reached through java-keyring: what it can hold, and what its errors
 * mean. The library has one exception for everything, so that its message is all there is to tell
 * "no such entry" from "locked"; each system's are taken from java-keyring 1.0.4's source.
 */
interface Platform {
  /** Names its files in the state folder. */
  String name();

  /** What it is called in a sentence. */
  String title();

  KeyringStorageType type();

  /** The longest secret promised, in bytes of UTF-8. */
  default int maxSecretBytes() {
    return SecretServiceKeychain.MAX_SECRET_BYTES;
  }

  /** Whether two logins that differ in case alone are two entries. */
  default boolean isCaseSensitive() {
    return true;
  }

  /** Whether any call may show a window, so that none is made where nobody may be prompted. */
  default boolean asksByItself() {
    return false;
  }

  /**
   * Refuses what this keychain would take and change, or cut.
   *
   * @throws StoreException.Unrepresentable naming what it can't hold, never the value
   */
  default void check(Credential credential) {
    checkText(credential);
  }

  /** Whether java-keyring's message says "no such entry". */
  boolean isNotFound(String message);

  /**
   * The store's error for java-keyring's message, which is not quoted: it is a native call's, and
   * may hold what that was given.
   *
   * @param what completes "… can't"
   */
  StoreException failure(String what, String message);

  /** This keychain can't hold this. */
  default StoreException.Unrepresentable refused(String what) {
    return new StoreException.Unrepresentable(
        title() + " can't hold " + what, "use another store for it");
  }

  /** It failed, and nothing more is known. */
  default StoreException.Unavailable unavailable(String what) {
    return new StoreException.Unavailable(
        title() + " can't " + what, "see that it is unlocked and open to this program", null);
  }

  /** Refuses what no interface of C strings in UTF-8 takes, and what is too long. */
  default void checkText(Credential credential) {
    String login = credential.login();
    if (!SecretText.isWellFormed(login) || !SecretText.isWellFormed(credential.secret())) {
      throw refused("text with half a surrogate pair");
    }
    if (login.indexOf('\0') >= 0 || SecretText.hasNul(credential.secret())) {
      throw refused("text with a NUL character");
    }
    if (SecretText.utf8Length(credential.secret()) > maxSecretBytes()) {
      throw refused("a secret of more than " + maxSecretBytes() + " bytes");
    }
  }
}
