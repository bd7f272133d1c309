package dev.keyport.netrc;

import dev.keyport.domain.store.StoreException;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * How a value is written: plain wherever that is read back right, since a quoted one is misread by
 * many programs; and not at all where no form is safe.
 */
final class ValueForm {
  /** The longest value in bytes of UTF-8. */
  static final int MAX_BYTES = 4000;

  /** Quotes and escapes included: curl 8 refuses a file with a token of 4096 bytes. */
  private static final int MAX_WRITTEN_BYTES = 4080;

  private static final int DELETE = 0x7f;

  private ValueForm() {}

  /**
   * Checks a value before anything is written.
   *
   * @param role what it is, as {@code password}; named in the error, which never has the value
   * @param value its characters
   * @throws StoreException.Unrepresentable when a netrc can't hold it
   */
  static void check(String role, char[] value) {
    String fault = fault(value);
    if (fault != null) {
      throw refused(role, fault);
    }
  }

  static StoreException.Unrepresentable refused(String role, String fault) {
    return new StoreException.Unrepresentable(
        "a netrc can't hold this " + role + ": " + fault,
        "keep it in another store, or make one of letters, digits and plain punctuation");
  }

  private static @Nullable String fault(char[] value) {
    if (value.length == 0) {
      return "it is empty";
    }
    for (int i = 0; i < value.length; i++) {
      char c = value[i];
      if (c == '\r' || c == '\n') {
        return "it has a line break";
      }
      if (c < ' ' || c == DELETE) {
        return "it has a control character";
      }
      if (Character.isHighSurrogate(c) && i + 1 < value.length) {
        if (Character.isLowSurrogate(value[i + 1])) {
          i++;
          continue;
        }
      }
      if (Character.isSurrogate(c)) {
        return "it has half of a surrogate pair";
      }
    }
    return null;
  }

  /**
   * The bytes to write.
   *
   * @param utf8 a value that was checked
   * @throws StoreException.Unrepresentable when it is too long
   */
  static byte[] render(String role, byte[] utf8) {
    byte[] written = needsQuotes(utf8) ? quoted(utf8) : utf8.clone();
    if (utf8.length > MAX_BYTES || written.length > MAX_WRITTEN_BYTES) {
      throw refused(role, "it is longer than " + MAX_BYTES + " bytes, its escapes included");
    }
    return written;
  }

  private static boolean needsQuotes(byte[] value) {
    if (value[0] == '"' || value[0] == '#' || value[value.length - 1] == '\\') {
      return true;
    }
    for (byte b : value) {
      if (b == ' ') {
        return true;
      }
    }
    return false;
  }

  private static byte[] quoted(byte[] value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(2 * value.length + 2);
    out.write('"');
    for (byte b : value) {
      if (b == '"' || b == '\\') {
        out.write('\\');
      }
      out.write(b);
    }
    out.write('"');
    return out.toByteArray();
  }
}
