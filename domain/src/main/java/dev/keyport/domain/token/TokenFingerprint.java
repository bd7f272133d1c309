package dev.keyport.domain.token;

import dev.keyport.domain.credential.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Tells whether a token is the one that was seen before, without keeping it: SHA-256 over a random
 * salt and the token's UTF-8. API tokens are long and random, so the digest gives nothing away;
 * passwords of people are never fingerprinted.
 *
 * @param salt sixteen random bytes in lower-case hex
 * @param digest the digest in lower-case hex
 */
public record TokenFingerprint(String salt, String digest) {
  private static final int SALT_BYTES = 16;

  public TokenFingerprint {
    Objects.requireNonNull(salt, "salt");
    Objects.requireNonNull(digest, "digest");
  }

  /** The fingerprint of this token under a fresh salt. */
  public static TokenFingerprint of(Secret token, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    String hex = HexFormat.of().formatHex(salt);
    return new TokenFingerprint(hex, digest(hex, token));
  }

  /** Whether this is the fingerprint of that token; never where the salt is not hex. */
  public boolean matches(Secret token) {
    return isHex(salt) && digest.equals(digest(salt, token));
  }

  private static boolean isHex(String text) {
    return text.length() % 2 == 0 && text.chars().allMatch(HexFormat::isHexDigit);
  }

  private static String digest(String salt, Secret token) {
    byte[] text = token.revealUtf8();
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(HexFormat.of().parseHex(salt));
      return HexFormat.of().formatHex(sha256.digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java run-time", e);
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }
}
