package dev.keyport.domain.credential;

import dev.keyport.domain.error.ClosedException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * A password, token or one-time code: text that must not be seen.
 *
 * <pre>{@code
 * try (Secret secret = Secret.copyOf(System.console().readPassword("Token: "))) {
 *   connection.setRequestProperty("Authorization", "Bearer " + secret.reveal());
 * }
 * }</pre>
 *
 * <p>It prints as {@value #MASK}, compares in constant time and can't be serialized, so that it
 * reaches a log or an exception only by someone asking for its text. {@link #close()} wipes this
 * object's own copy; copies handed to libraries that want a String (HTTP headers, the OS keychain)
 * live until the garbage collector takes them, and nothing here can wipe those.
 *
 * <p>Immutable until closed; safe for use by several threads.
 */
public final class Secret implements AutoCloseable {
  /** What stands in a secret's place wherever it is printed. */
  public static final String MASK = "****";

  private static final int MAX_BYTES_PER_UNIT = 3;

  private final char[] chars;
  private boolean closed;

  private Secret(char[] chars) {
    this.chars = chars;
  }

  /** A secret of this text; the caller's text is copied. May be empty. */
  public static Secret of(CharSequence text) {
    char[] chars = new char[text.length()];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = text.charAt(i);
    }
    return new Secret(chars);
  }

  /** A secret of these characters, which are copied: the caller may wipe its own array. */
  public static Secret copyOf(char[] chars) {
    return new Secret(chars.clone());
  }

  /** How many UTF-16 units it has. */
  public int length() {
    return chars.length;
  }

  /** How many bytes it has as UTF-8. */
  public int utf8Length() {
    byte[] bytes = revealUtf8();
    Arrays.fill(bytes, (byte) 0);
    return bytes.length;
  }

  /** Whether it has no characters at all. */
  public boolean isEmpty() {
    return chars.length == 0;
  }

  /**
   * Whether it is made of printable ASCII without blanks (0x21-0x7E), as a header value must be.
   */
  public boolean isVisibleAscii() {
    return use(Secret::isVisibleAscii);
  }

  private static boolean isVisibleAscii(char[] chars) {
    for (char c : chars) {
      if (c < 0x21 || c > 0x7e) {
        return false;
      }
    }
    return true;
  }

  /**
   * Lends the characters to {@code use}, in an array that is wiped when it returns.
   *
   * @return what {@code use} returned; it must not be the array
   */
  public <R> R use(Function<? super char[], ? extends R> use) {
    char[] lent = copyOfText();
    try {
      return use.apply(lent);
    } finally {
      Arrays.fill(lent, '\0');
    }
  }

  /**
   * The text in the clear. For the last step only, where a library takes nothing but a String: the
   * returned object can't be wiped.
   */
  public String reveal() {
    return use(String::new);
  }

  /**
   * The text in the clear as UTF-8, in an array that is the caller's to wipe. Half a surrogate pair
   * becomes a question mark.
   */
  public byte[] revealUtf8() {
    return use(Secret::utf8);
  }

  private static byte[] utf8(char[] text) {
    byte[] room = new byte[text.length * MAX_BYTES_PER_UNIT];
    ByteBuffer buffer = ByteBuffer.wrap(room);
    StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .encode(CharBuffer.wrap(text), buffer, true);
    byte[] bytes = Arrays.copyOf(room, buffer.position());
    Arrays.fill(room, (byte) 0);
    return bytes;
  }

  /**
   * Another secret of the same text, which lives on when this one is closed.
   *
   * @return empty when this one was closed
   */
  public synchronized Optional<Secret> copy() {
    return closed ? Optional.empty() : Optional.of(new Secret(chars.clone()));
  }

  /** Wipes this object's copy. Every later look at the text is a {@link ClosedException}. */
  @Override
  public synchronized void close() {
    closed = true;
    Arrays.fill(chars, '\0');
  }

  // Synchronized with close: a copy is of the whole text, never of one that is half wiped.
  private synchronized char[] copyOfText() {
    if (closed) {
      throw new ClosedException("this secret");
    }
    return chars.clone();
  }

  private static byte[] utf16(char[] text) {
    ByteBuffer units = ByteBuffer.allocate(text.length * Character.BYTES);
    units.asCharBuffer().put(text);
    return units.array();
  }

  /**
   * Whether both hold the same text, half surrogate pairs included; takes the same time wherever
   * they differ.
   */
  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Secret secret)) {
      return false;
    }
    byte[] mine = use(Secret::utf16);
    byte[] theirs = secret.use(Secret::utf16);
    try {
      return MessageDigest.isEqual(mine, theirs);
    } finally {
      Arrays.fill(mine, (byte) 0);
      Arrays.fill(theirs, (byte) 0);
    }
  }

  /** The same for every secret: a hash of the text would tell something of it. */
  @Override
  public int hashCode() {
    return 1;
  }

  @Override
  public String toString() {
    return MASK;
  }
}
