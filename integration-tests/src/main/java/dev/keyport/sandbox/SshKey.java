package dev.keyport.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A public key of an account.
 *
 * @param id its id
 * @param account the id of the account
 * @param publicKey the line as OpenSSH writes it, trimmed
 * @param comment the line's third field; empty when it has none
 * @param fingerprint MD5 of the key's bytes: 16 pairs of hex digits with colons between
 * @param createdAt when it was added
 */
record SshKey(
    UUID id, UUID account, String publicKey, String comment, String fingerprint, Instant createdAt)
    implements Identified {

  private static final Set<String> TYPES =
      Set.of(
          "ssh-ed25519",
          "ssh-rsa",
          "ecdsa-sha2-nistp256",
          "ecdsa-sha2-nistp384",
          "ecdsa-sha2-nistp521",
          "sk-ssh-ed25519@openssh.com",
          "sk-ecdsa-sha2-nistp256@openssh.com");

  /** Reads one line of OpenSSH's public key form; empty when it isn't one. */
  static Optional<SshKey> parse(String text, UUID account, Instant now) {
    String line = text.strip();
    String[] fields = line.split("[ \t]+", 3);
    if (line.contains("\n") || fields.length < 2 || !TYPES.contains(fields[0])) {
      return Optional.empty();
    }
    String comment = fields.length == 3 ? fields[2] : "";
    return decode(fields[1])
        .filter(blob -> typeOf(blob).filter(fields[0]::equals).isPresent())
        .map(blob -> new SshKey(UUID.randomUUID(), account, line, comment, fingerprint(blob), now));
  }

  private static Optional<byte[]> decode(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** The type that the blob itself names: a string of RFC 4251 section 5. */
  private static Optional<String> typeOf(byte[] blob) {
    if (blob.length < Integer.BYTES) {
      return Optional.empty();
    }
    int length = ByteBuffer.wrap(blob).getInt();
    if (length < 1 || length >= blob.length - Integer.BYTES) {
      return Optional.empty();
    }
    return Optional.of(new String(blob, Integer.BYTES, length, StandardCharsets.US_ASCII));
  }

  private static String fingerprint(byte[] blob) {
    try {
      return HexFormat.ofDelimiter(":").formatHex(MessageDigest.getInstance("MD5").digest(blob));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has MD5", missing);
    }
  }
}
