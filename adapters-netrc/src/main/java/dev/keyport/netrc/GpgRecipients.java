package dev.keyport.netrc;

import dev.keyport.domain.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who can open an encrypted message, as gpg lists it without opening it.
 *
 * @param keyIds 64-bit ids in hexadecimal, of the very keys or subkeys, in the message's order
 */
record GpgRecipients(Set<String> keyIds) {
  /** Lists the packets and, in status lines, the recipients; opens nothing. */
  static final List<String> LISTING = List.of("--list-only", "--list-packets");

  /** How a message spells a recipient that it does not name (RFC 4880, section 5.1). */
  private static final String HIDDEN = "0000000000000000";

  private static final Pattern KEY_ID = Pattern.compile("[0-9A-F]{16}");
  private static final String FOR_A_KEY = ":pubkey enc packet:";
  private static final String FOR_A_PASSPHRASE = ":symkey enc packet:";

  GpgRecipients {
    keyIds = Collections.unmodifiableSet(new LinkedHashSet<>(keyIds));
  }

  /**
   * Reads the answer to {@link #LISTING}. The status lines, whose form is documented, name the
   * keys; only the packets show a passphrase. That their form may change is guarded against: where
   * the two don't agree in number, nothing is believed.
   *
   * @throws StoreException.Unavailable when the file could not be encrypted again to the same
   */
  static GpgRecipients of(Path file, GpgAnswer answer) {
    List<String> keyIds = answer.status().arguments("ENC_TO", 1);
    List<String> packets = packets(answer);
    if (packets.contains(FOR_A_PASSPHRASE)) {
      throw refusal(
          file, "it can be opened with a passphrase, which Keyport would have to ask for");
    }
    if (keyIds.contains(HIDDEN)) {
      throw refusal(file, "it hides whom it is encrypted to");
    }
    boolean ids = keyIds.stream().allMatch(id -> KEY_ID.matcher(id).matches());
    if (!ids || keyIds.isEmpty() || packets.size() != keyIds.size()) {
      throw refusal(file, "gpg does not tell whom it is encrypted to");
    }
    return new GpgRecipients(new LinkedHashSet<>(keyIds));
  }

  private static List<String> packets(GpgAnswer answer) {
    List<String> packets = new ArrayList<>();
    new String(answer.output(), StandardCharsets.ISO_8859_1)
        .lines()
        .forEach(
            line -> {
              for (String packet : List.of(FOR_A_KEY, FOR_A_PASSPHRASE)) {
                if (line.startsWith(packet)) {
                  packets.add(packet);
                }
              }
            });
    return packets;
  }

  static StoreException.Unavailable refusal(Path file, String reason) {
    return new StoreException.Unavailable(
        file + " can be read but not changed: " + reason, encryptAnew(file), null);
  }

  /** No more than that in one line: a pipe's end does not know that its beginning failed. */
  static String encryptAnew(Path file) {
    return "encrypt it anew to named keys: gpg --decrypt "
        + file
        + " | gpg --encrypt --recipient YOU --output "
        + file
        + ".new; look at that, then give it the old one's name";
  }

  /** As gpg takes them: with the mark for exactly this subkey and no other of its owner's. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    for (String keyId : keyIds) {
      arguments.add("--recipient");
      arguments.add(keyId + "!");
    }
    return arguments;
  }
}
