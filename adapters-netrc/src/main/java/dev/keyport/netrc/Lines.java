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
