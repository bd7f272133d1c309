package dev.keyport.keychain;

import com.github.javakeyring.KeyringStorageType;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.StoreException;

/**
 * Windows Credential Manager, by generic credentials. {@code CRED_MAX_CREDENTIAL_BLOB_SIZE} is
 * 2,560 bytes, which java-keyring fills with UTF-16; names go through the ANSI calls and are
 * compared without case. Never run on Windows.
 */
final class WindowsCredentials implements Platform {
  private static final int MAX_UNITS = 1_280;

  /** {@code CRED_MAX_USERNAME_LENGTH} is 513, with the closing NUL. */
  private static final int MAX_LOGIN_CHARS = 512;

  private static final String NOT_FOUND = "Error code 1168";
  private static final String NO_LOGON_SESSION = "Error code 1312";

  @Override
  public String name() {
    return "windows";
  }

  @Override
  public String title() {
    return "Windows Credential Manager";
  }

  @Override
  public KeyringStorageType type() {
    return KeyringStorageType.WINDOWS_CREDENTIAL_STORE;
  }

  /** Text beyond ASCII has fewer UTF-16 units than bytes of UTF-8, so more of it may fit. */
  @Override
  public int maxSecretBytes() {
    return MAX_UNITS;
  }

  @Override
  public boolean isCaseSensitive() {
    return false;
  }

  @Override
  public void check(Credential credential) {
    String host = credential.host().toString();
    String login = credential.login();
    Secret secret = credential.secret();
    if (!SecretText.isWellFormed(secret)) {
      throw refused("text with half a surrogate pair");
    }
    // java-keyring names the entry host|login: a bar in the host would make two ids one name.
    if (!isPlain(host) || host.indexOf('|') >= 0) {
      throw refused("a host name with characters beyond ASCII, or a bar");
    }
    if (!isPlain(login) || login.length() > MAX_LOGIN_CHARS) {
      throw refused(
          "a login of more than "
              + MAX_LOGIN_CHARS
              + " characters, or with characters beyond printable ASCII");
    }
    if (secret.isEmpty()) {
      throw refused("an empty secret");
    }
    if (secret.length() > MAX_UNITS) {
      throw refused("a secret of more than 2560 bytes of UTF-16");
    }
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
  }

  @Override
  public boolean isNotFound(String message) {
    return message.contains(NOT_FOUND);
  }

  @Override
  public StoreException failure(String what, String message) {
    if (message.contains(NO_LOGON_SESSION)) {
      return new StoreException.Unavailable(
          title() + " can't " + what + ": this logon session has none (error 1312)",
          "log on at the desktop: a network logon, as over ssh, has no Credential Manager",
          null);
    }
    return unavailable(what);
  }
}
