package dev.keyport.netrc;

import dev.keyport.domain.store.StoreException;
import dev.keyport.files.Sealing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A netrc that gpg encrypted. It is written back to exactly the keys it was encrypted to before,
 * armored if it was, and only once the new message was decrypted and compared.
 */
final class EncryptedNetrc implements Sealing {
  /**
   * Against what the user's gpg.conf may say, so that the recipients are those of before. Every key
   * is trusted since nobody new is: the message is encrypted to the very keys that its owner had
   * chosen, and colleagues' keys seldom have a trust that {@code --batch} would accept.
   */
  private static final List<String> ENCRYPT =
      List.of(
          "--encrypt",
          "--trust-model",
          "always",
          "--no-default-recipient",
          "--no-encrypt-to",
          "--no-throw-keyids",
          "--no-textmode");

  private static final int BINARY_PACKET = 0x80;

  private final Path file;
  private final GnuPg gpg;
  private boolean signed;

  EncryptedNetrc(Path file, GnuPg gpg) {
    this.file = file;
    this.gpg = gpg;
  }

  /** There is no such file, and who should be able to read it only a person can say. */
  static StoreException.Unavailable missing(Path file) {
    return new StoreException.Unavailable(
        file + " does not exist, and Keyport can't tell whom to encrypt it to",
        "make it, empty: gpg --encrypt --recipient YOU --output " + file + " < /dev/null",
        null);
  }

  @Override
  public byte[] open(byte[] stored) {
    GpgDecryption decryption = decrypt(stored);
    signed = decryption.signed();
    return decryption.content();
  }

  private GpgDecryption decrypt(byte[] stored) {
    return new GpgDecryption(file, gpg.run(stored, List.of("--decrypt")));
  }

  @Override
  public byte[] seal(byte[] content, Optional<byte[]> replacing) {
    byte[] old = replacing.orElseThrow(() -> missing(file));
    if (signed) {
      throw GpgRecipients.refusal(file, "it is signed, and the signature would be lost");
    }
    GpgRecipients recipients = recipients(old);
    byte[] sealed = encrypt(content, recipients, isArmored(old));
    GpgDecryption check = decrypt(sealed);
    // Most gpgs name all keys while they decrypt; one that stops at the first is asked for a list.
    boolean sameKeys =
        check.keyIds().equals(recipients.keyIds()) || recipients(sealed).equals(recipients);
    if (!sameKeys || !Arrays.equals(check.content(), content)) {
      throw GpgRecipients.refusal(
          file, "gpg did not encrypt it to the same keys, or not the same text");
    }
    return sealed;
  }

  private GpgRecipients recipients(byte[] message) {
    return GpgRecipients.of(file, gpg.run(message, GpgRecipients.LISTING));
  }

  private byte[] encrypt(byte[] content, GpgRecipients recipients, boolean armored) {
    List<String> arguments = new ArrayList<>(ENCRYPT);
    arguments.add(armored ? "--armor" : "--no-armor");
    arguments.addAll(recipients.arguments());
    GpgAnswer answer = gpg.run(content, arguments);
    GpgStatus status = answer.status();
    List<String> refused = status.arguments("INV_RECP", 2);
    if (!refused.isEmpty()) {
      throw refusedKey(status, refused.get(0).replace("!", ""));
    }
    if (answer.exit() != 0 || !status.has("END_ENCRYPTION")) {
      throw new StoreException.Unavailable(
          file + " is as it was: gpg could not encrypt it (status " + answer.exit() + ")",
          "see whether it can: gpg --encrypt --recipient YOU " + file,
          null);
    }
    return answer.output();
  }

  private StoreException.Unavailable refusedKey(GpgStatus status, String keyId) {
    boolean unknown = status.arguments("INV_RECP", 1).contains("1");
    String what;
    if (unknown) {
      what = "is not in your gpg keyring";
    } else if (status.has("KEYREVOKED")) {
      what = "is revoked";
    } else if (status.has("KEYEXPIRED")) {
      what = "has expired";
    } else {
      what = "can't be used any more";
    }
    return new StoreException.Unavailable(
        file + " can be read but not changed: the key " + keyId + " it is encrypted to " + what,
        unknown ? "import that public key: gpg --import FILE" : GpgRecipients.encryptAnew(file),
        null);
  }

  /** A message in binary begins with a packet's tag, whose high bit is set (RFC 4880, 4.2). */
  private static boolean isArmored(byte[] message) {
    return message.length > 0 && (message[0] & BINARY_PACKET) == 0;
  }
}
