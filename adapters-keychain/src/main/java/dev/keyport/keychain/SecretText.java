package dev.keyport.keychain;

import dev.keyport.domain.credential.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Secrets as the keyring's bytes: UTF-8, strictly. */
final class SecretText {
  private SecretText() {}

  /** Whether the text has a UTF-8 form that reads back as itself: no half surrogate pair. */
  static boolean isWellFormed(CharSequence text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** As {@link #isWellFormed(CharSequence)}, for a secret. */
  static boolean isWellFormed(Secret secret) {
    return secret.use(chars -> isWellFormed(CharBuffer.wrap(chars)));
  }

  /**
   * Whether the secret has a NUL character, where an interface that takes C strings would cut it.
   */
  static boolean hasNul(Secret secret) {
    return secret.use(chars -> CharBuffer.wrap(chars).chars().anyMatch(c -> c == 0));
  }

  /** How many bytes of UTF-8 the secret has. */
  static int utf8Length(Secret secret) {
    byte[] bytes = secret.revealUtf8();
    Arrays.fill(bytes, (byte) 0);
    return bytes.length;
  }

  /** The bytes' text; empty when they are no UTF-8. The bytes are the caller's to wipe. */
  static Optional<Secret> decode(byte[] utf8) {
    CharBuffer text = CharBuffer.allocate(utf8.length);
    try {
      CoderResult result =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8), text, true);
      return result.isUnderflow() ? Optional.of(Secret.of(text.flip())) : Optional.empty();
    } finally {
      Arrays.fill(text.array(), '\0');
    }
  }
}
