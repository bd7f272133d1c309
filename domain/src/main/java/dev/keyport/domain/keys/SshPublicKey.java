package dev.keyport.domain.keys;

import dev.keyport.domain.error.UsageException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;

/**
 * An OpenSSH public key: one line of a {@code .pub} file (sshd(8), "AUTHORIZED_KEYS FILE FORMAT").
 *
 * @param type the key type, as {@code ssh-ed25519}
 * @param base64 the key blob (RFC 4253, section 6.6) in base64
 * @param comment what follows it on the line; empty when nothing does
 */
public record SshPublicKey(String type, String base64, String comment) {
  private static final Set<String> TYPES =
      Set.of(
          "ssh-ed25519",
          "ssh-rsa",
          "ssh-dss",
          "ecdsa-sha2-nistp256",
          "ecdsa-sha2-nistp384",
          "ecdsa-sha2-nistp521",
          "sk-ssh-ed25519@openssh.com",
          "sk-ecdsa-sha2-nistp256@openssh.com");

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
    if (text.contains("PRIVATE KEY-----") || text.startsWith("PuTTY-User-Key-File")) {
      throw new UsageException(
          place + " is a private key; nothing was sent",
          "give the public key, the file that ends in .pub");
    }
    String line = text.strip();
    if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
      throw refused(place, "it has more than one line");
    }
    String[] words = line.split("[ \t]+", 3);
    if (words.length < 2 || !TYPES.contains(words[0])) {
      throw refused(place, "it does not begin with a key type such as ssh-ed25519 or ssh-rsa");
    }
    if (!words[0].equals(typeInBlob(decode(words[1], place), place))) {
      throw refused(place, "the type named and the type in the key differ");
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

  private static String typeInBlob(byte[] blob, String place) {
    if (blob.length < Integer.BYTES) {
      throw refused(place, "the key is cut short");
    }
    int length = ByteBuffer.wrap(blob).getInt();
    if (length < 1 || length >= blob.length - Integer.BYTES) {
      throw refused(place, "the key is cut short");
    }
    return new String(blob, Integer.BYTES, length, StandardCharsets.US_ASCII);
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
