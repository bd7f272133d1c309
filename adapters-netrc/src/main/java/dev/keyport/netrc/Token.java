package dev.keyport.netrc;

import java.util.Arrays;

/**
 * A stretch of the file's bytes, quotes included.
 *
 * @param kind what it is
 * @param start its first byte
 * @param end the byte after its last
 */
record Token(Kind kind, int start, int end) {
  enum Kind {
    /** Anything up to the next blank. */
    WORD,
    /** From one quote mark to the next, with escapes. */
    QUOTED,
    /** From a number sign to the end of the line. */
    COMMENT,
    /** The end of the file; no bytes. */
    END
  }

  /** A word or a quoted value; which, the first byte says. */
  static Token of(byte[] text, int start, int end) {
    boolean quoted = start < end && text[start] == '"';
    return new Token(quoted ? Kind.QUOTED : Kind.WORD, start, end);
  }

  /** What it stands for: a quoted one without its quotes and escapes. The caller's to wipe. */
  byte[] value(byte[] text) {
    if (kind != Kind.QUOTED) {
      return Arrays.copyOfRange(text, start, end);
    }
    byte[] value = new byte[end - start - 2];
    int length = 0;
    for (int i = start + 1; i < end - 1; i++) {
      byte b = text[i];
      if (b == '\\') {
        i++;
        b = unescaped(text[i]);
      }
      value[length++] = b;
    }
    byte[] exact = Arrays.copyOf(value, length);
    Arrays.fill(value, (byte) 0);
    return exact;
  }

  /**
   * As curl's {@code --netrc} documents it; the other readers know only the quote and backslash.
   */
  private static byte unescaped(byte escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escaped;
    };
  }
}
