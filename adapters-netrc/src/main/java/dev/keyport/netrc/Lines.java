package dev.keyport.netrc;

import java.nio.charset.StandardCharsets;

/** Where lines begin and end; a line ends with LF, or CR LF. */
final class Lines {
  private static final byte[] LF = {'\n'};
  private static final byte[] CRLF = {'\r', '\n'};

  private Lines() {}

  /** The number of the line that a byte is on, counted from one. */
  static int number(byte[] text, int at) {
    int line = 1;
    for (int i = 0; i < at; i++) {
      if (text[i] == '\n') {
        line++;
      }
    }
    return line;
  }

  /** The first byte of the line; {@code floor} where the text itself begins, after a BOM. */
  static int start(byte[] text, int at, int floor) {
    int start = at;
    while (start > floor && text[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  /** Whether a line begins there; also at {@code floor}. */
  static boolean isStart(byte[] text, int at, int floor) {
    return at == floor || text[at - 1] == '\n';
  }

  /** The first of the blanks that stand before it on its line. */
  static int blanksBefore(byte[] text, int at, int floor) {
    int blanks = at;
    while (!isStart(text, blanks, floor) && Lexer.isBlank(text[blanks - 1])) {
      blanks--;
    }
    return blanks;
  }

  /** Whether a line ends from one byte up to another. */
  static boolean hasEnd(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == '\n') {
        return true;
      }
    }
    return false;
  }

  /** The end of the line's content: its CR LF or LF, or the end of the text. */
  static int contentEnd(byte[] text, int at) {
    int end = at;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    return end > at && end < text.length && text[end - 1] == '\r' ? end - 1 : end;
  }

  /** The first byte of the next line, or the end of the text. */
  static int next(byte[] text, int at) {
    int end = at;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    return Math.min(end + 1, text.length);
  }

  /** How the first line ends; LF when there is only one. */
  static byte[] ending(byte[] text) {
    int end = 0;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    boolean crlf = end > 0 && end < text.length && text[end - 1] == '\r';
    return crlf ? CRLF.clone() : LF.clone();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
