package dev.keyport.netrc;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** What breaks a reader in the bytes themselves: marks, line ends, encoding and sizes. */
final class TextLint {
  /** curl 7.88 and its git skip a line of that many bytes, its LF not counted. */
  private static final int LONG_LINE = 4095;

  /** curl 8 refuses the file for a line of that many. */
  private static final int HUGE_LINE = 16 * 1024;

  /** What with its keyword and indentation comes near to what curl refuses. */
  private static final int LONG_VALUE = 4000;

  /** curl 8 refuses the file over this, comment lines not counted. */
  private static final int LARGE_FILE = 128 * 1024;

  private final Netrc netrc;
  private final byte[] text;
  private final LintReport report;

  TextLint(Netrc netrc, LintReport report) {
    this.netrc = netrc;
    this.text = netrc.text();
    this.report = report;
  }

  void look() {
    if (netrc.start() > 0) {
      report.add(LintKind.BYTE_ORDER_MARK, 0);
    }
    if (!netrc.charset().equals(StandardCharsets.UTF_8)) {
      report.add(LintKind.NOT_UTF8, firstBadByte());
    }
    lines();
    netrc.entries().forEach(this::values);
    int comments = 0;
    for (Token comment : netrc.comments()) {
      comments += comment.end() - comment.start();
    }
    if (text.length - comments > LARGE_FILE) {
      report.add(LintKind.LARGE_FILE, 0);
    }
  }

  private void lines() {
    int start = 0;
    while (start < text.length) {
      int next = Lines.next(text, start);
      line(start, next);
      start = next;
    }
  }

  private void line(int start, int next) {
    boolean ended = text[next - 1] == '\n';
    if (ended && next - 2 >= start && text[next - 2] == '\r') {
      report.add(LintKind.CRLF, start);
    }
    if (next - start >= HUGE_LINE) {
      report.add(LintKind.HUGE_LINE, start);
    } else if (next - start - (ended ? 1 : 0) >= LONG_LINE && !isComment(start, next)) {
      report.add(LintKind.LONG_LINE, start);
    }
  }

  /** Nobody misses a comment that is skipped. */
  private boolean isComment(int start, int next) {
    int at = start;
    while (at < next && Lexer.isBlank(text[at])) {
      at++;
    }
    return at < next && text[at] == '#';
  }

  private void values(Entry entry) {
    entry.machine().ifPresent(this::value);
    entry.attributes().forEach(attribute -> value(attribute.value()));
  }

  private void value(Token value) {
    if (value.end() - value.start() >= LONG_VALUE) {
      report.add(LintKind.LONG_VALUE, value.start());
    }
  }

  /** Where decoding it as UTF-8 stops. */
  private int firstBadByte() {
    ByteBuffer bytes = ByteBuffer.wrap(text);
    StandardCharsets.UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(text.length), true);
    return Math.min(bytes.position(), text.length - 1);
  }
}
