package dev.keyport.keychain;

import com.github.javakeyring.KeyringStorageType;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.StoreException;

/**
 * The keychains reached through java-keyring, and what each can hold. Their limits are taken from
 * the documentation named and from java-keyring 1.0.4's source; none was run on its platform.
 */
enum Platform {
  /** The login keychain of macOS. */
  MACOS(
      "the macOS keychain",
      KeyringStorageType.OSX_KEYCHAIN,
      "No stored credentials match",
      SecretServiceKeychain.MAX_SECRET_BYTES,
      true),
  /**
   * Windows Credential Manager: {@code CRED_MAX_CREDENTIAL_BLOB_SIZE} is 2,560 bytes, which
   * java-keyring fills with UTF-16; names go through the ANSI calls and are compared without case.
   */
  WINDOWS(
      "Windows Credential Manager",
      KeyringStorageType.WINDOWS_CREDENTIAL_STORE,
      "Error code 1168",
      1_280,
      false),
  /** KDE's wallet by its own protocol. */
  KWALLET(
      "KWallet",
      KeyringStorageType.KWALLET,
      "not in wallet",
      SecretServiceKeychain.MAX_SECRET_BYTES,
      true);

  private static final int WINDOWS_UNITS = 1_280;
  private static final int WINDOWS_LOGIN_CHARS = 512;

  private final String title;
  private final KeyringStorageType type;
  private final String notFound;
  private final int maxSecretBytes;
  private final boolean caseSensitive;

  Platform(
      String title,
      KeyringStorageType type,
      String notFound,
      int maxSecretBytes,
      boolean caseSensitive) {
    this.title = title;
    this.type = type;
    this.notFound = notFound;
    this.maxSecretBytes = maxSecretBytes;
    this.caseSensitive = caseSensitive;
  }

  /** What it is called in a sentence. */
  String title() {
    return title;
  }

  KeyringStorageType type() {
    return type;
  }

  /** The longest secret promised, in bytes of UTF-8. */
  int maxSecretBytes() {
    return maxSecretBytes;
  }

  /** Whether two logins that differ in case alone are two entries. */
  boolean isCaseSensitive() {
    return caseSensitive;
  }

  /** Whether java-keyring's message says "no such entry": it has nothing else to tell it by. */
  boolean isNotFound(String message) {
    return message.contains(notFound);
  }

  /** Refuses what this keychain would take and change, or cut. */
  void check(Credential credential) {
    String host = credential.host().toString();
    String login = credential.login();
    Secret secret = credential.secret();
    if (!SecretText.isWellFormed(login) || !SecretText.isWellFormed(secret)) {
      throw refused("text with half a surrogate pair");
    }
    if (this == WINDOWS) {
      checkWindows(host, login, secret);
      return;
    }
    if (login.indexOf('\0') >= 0 || secret.use(chars -> new String(chars).indexOf('\0') >= 0)) {
      throw refused("text with a NUL character");
    }
    if (SecretText.utf8Length(secret) > maxSecretBytes) {
      throw refused("a secret of more than " + maxSecretBytes + " bytes");
    }
  }

  private void checkWindows(String host, String login, Secret secret) {
    if (!isPlain(host) || host.indexOf('|') >= 0) {
      throw refused("a host name with characters beyond ASCII, or a bar");
    }
    if (!isPlain(login) || login.length() > WINDOWS_LOGIN_CHARS) {
      throw refused(
          "a login of more than "
              + WINDOWS_LOGIN_CHARS
              + " characters, or with characters beyond printable ASCII");
    }
    if (secret.isEmpty()) {
      throw refused("an empty secret");
    }
    if (secret.length() > WINDOWS_UNITS) {
      throw refused("a secret of more than 2560 bytes of UTF-16");
    }
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
  }

  /** This keychain can't hold this. */
  StoreException.Unrepresentable refused(String what) {
    return new StoreException.Unrepresentable(
        title + " can't hold " + what, "use another store for it");
  }
}
