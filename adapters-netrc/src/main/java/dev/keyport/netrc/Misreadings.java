package dev.keyport.netrc;

import java.util.ArrayList;
import java.util.List;

/** Who reads a value wrongly though it is written in its best form. */
final class Misreadings {
  /** tnftp 20210827 reads 99 bytes, and of a file with a longer word nothing. */
  private static final int TNFTP_BYTES = 99;

  private static final int MAX_ASCII = 0x7f;
  private static final int MAX_UTF8_BYTES_BELOW_ASTRAL = 3;

  private final char[] value;
  private final List<String> found = new ArrayList<>();

  private Misreadings(char[] value) {
    this.value = value;
  }

  /**
   * What is misread, a clause each that names a class of character and the readers, never the
   * value.
   */
  static List<String> of(char[] value) {
    return new Misreadings(value).clauses();
  }

  private List<String> clauses() {
    char first = value[0];
    char last = value[value.length - 1];
    boolean quoted = has(' ') || first == '"' || first == '#' || last == '\\';
    if (quoted) {
      found.add(why(first) + " by " + Readers.WITHOUT_QUOTES);
      addIf(has('"'), "a quote mark within quotes by " + Readers.PERL);
      addIf(hasSlashedBackslash(), "a slash before a backslash by " + Readers.PERL);
    } else {
      addIf(has('\\'), "a backslash by " + Readers.DROP_BACKSLASH);
      addIf(hasFrom(1, '\\'), "a backslash that is not the first by " + Readers.FTP);
      addIf(has(','), "a comma by " + Readers.FTP);
    }
    addIf(has('#'), "a number sign by " + Readers.CUT_AT_HASH);
    addIf(utf8Length() > TNFTP_BYTES, "more than " + TNFTP_BYTES + " bytes by " + Readers.TNFTP);
    addIf(!isAscii(), "characters outside ASCII by " + Readers.OLD_PYTHON);
    addIf(hasUnicodeBlank(), "a blank outside ASCII by " + Readers.UNICODE_BLANKS);
    return List.copyOf(found);
  }

  private String why(char first) {
    if (has(' ')) {
      return "a space";
    }
    if (first == '"') {
      return "a quote mark at its start";
    }
    return first == '#' ? "a number sign at its start" : "a backslash at its end";
  }

  private void addIf(boolean misread, String clause) {
    if (misread) {
      found.add(clause);
    }
  }

  private boolean has(char wanted) {
    return hasFrom(0, wanted);
  }

  private boolean hasFrom(int start, char wanted) {
    for (int i = start; i < value.length; i++) {
      if (value[i] == wanted) {
        return true;
      }
    }
    return false;
  }

  private boolean hasSlashedBackslash() {
    for (int i = 1; i < value.length; i++) {
      if (value[i - 1] == '/' && value[i] == '\\') {
        return true;
      }
    }
    return false;
  }

  private boolean isAscii() {
    for (char c : value) {
      if (c > MAX_ASCII) {
        return false;
      }
    }
    return true;
  }

  private boolean hasUnicodeBlank() {
    for (char c : value) {
      if (c > MAX_ASCII && (Character.isSpaceChar(c) || Character.isWhitespace(c))) {
        return true;
      }
    }
    return false;
  }

  private int utf8Length() {
    int length = 0;
    for (char c : value) {
      if (c <= MAX_ASCII) {
        length++;
      } else {
        // Each half of a surrogate pair stands for two of the pair's four bytes.
        boolean two = c < '\u0800' || Character.isSurrogate(c);
        length += two ? 2 : MAX_UTF8_BYTES_BELOW_ASTRAL;
      }
    }
    return length;
  }
}
