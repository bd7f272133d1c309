package dev.keyport.netrc;

import dev.keyport.domain.store.StoreException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Judges what {@code gpg --decrypt} said. The exit status is no help: gpg ends with 0 on a message
 * that was cut short, and on one that was never encrypted.
 */
final class GpgDecryption {
  private static final Pattern KEY_ID = Pattern.compile("[0-9A-F]{16}");

  private final Path file;
  private final GpgAnswer answer;

  GpgDecryption(Path file, GpgAnswer answer) {
    this.file = file;
    this.answer = answer;
  }

  /**
   * What it decrypted to, whole and unaltered.
   *
   * @throws StoreException.Locked when no key could be used: none here, or its passphrase unknown
   * @throws StoreException.Corrupt when it is no encrypted message, or was cut or altered
   */
  byte[] content() {
    GpgStatus status = answer.status();
    if (status.has("BADSIG") || status.has("BADMDC")) {
      throw corrupt("was altered after it was encrypted or signed");
    }
    if (status.has("DECRYPTION_OKAY")) {
      if (!status.has("GOODMDC")) {
        throw corrupt("is encrypted in an old way that does not show alterations");
      }
      return answer.output();
    }
    boolean keyWorked = status.has("DECRYPTION_KEY") || status.has("PLAINTEXT");
    if (status.has("DECRYPTION_FAILED") && !keyWorked) {
      throw locked();
    }
    throw corrupt("is no encrypted message, or not a whole one");
  }

  /** Whether it was also signed, which only its signer can do again. */
  boolean signed() {
    return answer.status().has("NEWSIG");
  }

  /** The keys it is encrypted to, as far as gpg looked at them. */
  Set<String> keyIds() {
    return answer.status().arguments("ENC_TO", 1).stream()
        .filter(id -> KEY_ID.matcher(id).matches())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private StoreException.Corrupt corrupt(String what) {
    return new StoreException.Corrupt(
        file + " " + what + "; the file is not touched", "see: gpg --decrypt " + file);
  }

  private StoreException.Locked locked() {
    Set<String> keys = keyIds();
    return new StoreException.Locked(
        file
            + " can't be decrypted: "
            + (keys.isEmpty()
                ? "its passphrase is not known to gpg-agent"
                : "none of the secret keys it is encrypted to is here and unlocked ("
                    + String.join(", ", keys)
                    + ")"),
        "unlock one first: gpg --decrypt " + file + " > /dev/null");
  }
}
