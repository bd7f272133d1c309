package dev.keyport.sandbox;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes tokens, passwords and codes. Safe for use by several threads. */
final class Secrets {
  private final SecureRandom random = new SecureRandom();

  /** A token such as Heroku's: ASCII letters, digits, {@code -} and {@code _}. */
  String token() {
    return Choices.TOKEN_PREFIX + text(Choices.TOKEN_BYTES);
  }

  /** A password of 16 characters. */
  String password() {
    return text(12);
  }

  /** The secret of an OAuth client. */
  String clientSecret() {
    return text(30);
  }

  /** The key of a TOTP generator; 160 bits, as RFC 4226 section 4 recommends. */
  Totp totp() {
    return new Totp(bytes(20));
  }

  /** A new set of one-time codes. */
  Set<String> recoveryCodes() {
    return Stream.generate(() -> String.format(Locale.ROOT, "%016x", random.nextLong()))
        .distinct()
        .limit(Choices.RECOVERY_CODES)
        .collect(Collectors.toUnmodifiableSet());
  }

  private String text(int length) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(length));
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
