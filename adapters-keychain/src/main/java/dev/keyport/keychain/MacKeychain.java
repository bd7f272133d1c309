package dev.keyport.keychain;

import com.github.javakeyring.KeyringStorageType;
import dev.keyport.domain.store.StoreException;
import java.util.List;

/**
 * The login keychain of macOS, by generic passwords. No limit for their size was found; what is
 * promised is what the Secret Service store promises. It may ask whether Java may read an item, but
 * not at every call, so that is left to it. Never run on macOS.
 *
 * <p>The messages are those of {@code SecCopyErrorMessageString}, in English; of a system in
 * another language, any failure but "no such entry", which is java-keyring's own, is just a
 * failure.
 */
final class MacKeychain implements Platform {
  /** errSecInteractionNotAllowed, errSecAuthFailed and errSecUserCanceled. */
  private static final List<String> LOCKED =
      List.of(
          "User interaction is not allowed",
          "The user name or passphrase you entered is not correct",
          "User canceled the operation");

  private static final String NO_DEFAULT = "A default keychain could not be found";

  @Override
  public String name() {
    return "macos";
  }

  @Override
  public String title() {
    return "the macOS keychain";
  }

  @Override
  public KeyringStorageType type() {
    return KeyringStorageType.OSX_KEYCHAIN;
  }

  @Override
  public boolean isNotFound(String message) {
    return message.contains("No stored credentials match");
  }

  @Override
  public StoreException failure(String what, String message) {
    if (LOCKED.stream().anyMatch(message::contains)) {
      return new StoreException.Locked(
          title() + " is locked, or was not opened to Java, so it can't " + what,
          "unlock it: security unlock-keychain; or allow it in the window that asks");
    }
    if (message.contains(NO_DEFAULT)) {
      return new StoreException.Unavailable(
          title() + " can't " + what + ": there is no default keychain",
          "make one in Keychain Access, or log in at the Mac itself",
          null);
    }
    return unavailable(what);
  }
}
