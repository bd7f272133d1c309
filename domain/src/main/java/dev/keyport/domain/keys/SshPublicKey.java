package dev.keyport.domain.keys;

import dev.keyport.domain.error.UsageException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An OpenSSH public key: one line of a {@code .pub} file (sshd(8), "AUTHORIZED_KEYS FILE FORMAT").
 *
 * @param type the key type, as {@code ssh-ed25519}
 * @param base64 the key blob (RFC 4253, section 6.6) in base64
 * @param comment what follows it on the line; empty when nothing does
 */
public record SshPublicKey(String type, String base64, String comment) {
  // The fields of each type's blob, its name included (RFC 4253 6.6, RFC 5656 3.1, RFC 8709 4, and
  // OpenSSH's PROTOCOL.u2f).
  private static final Map<String, Integer> FIELDS =
      Map.of(
          "ssh-ed25519", 2,
          "ssh-rsa", 3,
          "ssh-dss", 5,
          "ecdsa-sha2-nistp256", 3,
          "ecdsa-sha2-nistp384", 3,
          "ecdsa-sha2-nistp521", 3,
          "sk-ssh-ed25519@openssh.com", 3,
          "sk-ecdsa-sha2-nistp256@openssh.com", 4);
  private static final Pattern PRIVATE_KEY =
      Pattern.compile("-{4,5} ?BEGIN [A-Z0-9 ]*PRIVATE KEY ?-{4,5}|^\\s*PuTTY-User-Key-File");

  public SshPublicKey {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(base64, "base64");
    Objects.requireNonNull(comment, "comment");
  }

  /**
   * Reads the text of a {@code .pub} file.
   *
   * @param text the whole text; blank lines and line ends are dropped
   * @param place where it comes from, for the message
   * @throws UsageException when it is a private key, has more than one line, or is no public key;
   *     the message never quotes the text
   */
  public static SshPublicKey parse(String text, String place) {
    if (PRIVATE_KEY.matcher(text).find()) {
      throw new UsageException(
          place + " is a private key; nothing was sent",
          "give the public key, the file that ends in .pub");
    }
    String line = text.strip();
    if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
      throw refused(place, "it has more than one line");
    }
    String[] words = line.split("[ \t]+", 3);
    if (words.length < 2 || !FIELDS.containsKey(words[0])) {
      throw refused(place, "it does not begin with a key type such as ssh-ed25519 or ssh-rsa");
    }
    List<byte[]> fields = fields(decode(words[1], place), place);
    if (!words[0].equals(new String(fields.get(0), StandardCharsets.US_ASCII))) {
      throw refused(place, "the type named and the type in the key differ");
    }
    if (fields.size() != FIELDS.getOrDefault(words[0], 0)) {
      throw refused(place, "the key does not have the parts that its type has");
    }
    return new SshPublicKey(words[0], words[1], words.length == 3 ? words[2] : "");
  }

  private static byte[] decode(String base64, String place) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw refused(place, "the key is not base64");
    }
  }

  /** Its strings, each with its length before it (RFC 4251, section 5); at least one. */
  private static List<byte[]> fields(byte[] blob, String place) {
    List<byte[]> fields = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(blob);
    do {
      int length = rest.remaining() < Integer.BYTES ? -1 : rest.getInt();
      if (length < 0 || length > rest.remaining()) {
        throw refused(place, "the key is cut short");
      }
      byte[] field = new byte[length];
      rest.get(field);
      fields.add(field);
    } while (rest.hasRemaining());
    return fields;
  }

  private static UsageException refused(String place, String why) {
    return new UsageException(
        place + " is not an SSH public key: " + why,
        "give a file as ssh-keygen makes it, one line of type, key and comment");
  }

  /** MD5 of the blob: sixteen hex pairs with colons between, as Heroku writes it. */
  public String md5Fingerprint() {
    return HexFormat.ofDelimiter(":").formatHex(digest("MD5"));
  }

  /** SHA-256 of the blob as OpenSSH writes it: {@code SHA256:} and base64 without padding. */
  public String sha256Fingerprint() {
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest("SHA-256"));
  }

  private byte[] digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm).digest(Base64.getDecoder().decode(base64));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(algorithm + " is missing from this Java run-time", e);
    }
  }

  /** The key as one line: type, key, and the comment where there is one. */
  public String line() {
    return comment.isEmpty() ? type + " " + base64 : type + " " + base64 + " " + comment;
  }
}
