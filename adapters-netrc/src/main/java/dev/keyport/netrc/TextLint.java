package dev.keyport.netrc;

import java.nio.charset.StandardCharsets;

/** What breaks a reader in the bytes themselves: marks, line ends, encoding and sizes. */
final class TextLint {
  /** curl 7.88 and its git skip a line of that many bytes. */
  private static final int LONG_LINE = 4095;

  /** curl 8 refuses the file over this, comment lines not counted. */
  private static final int LARGE_FILE = 128 * 1024;

  private final Netrc netrc;
  private final byte[] text;
  private final Report report;

  /** Takes what is found, and where. */
  interface Report {
    void add(int at, String what);
  }

  TextLint(Netrc netrc, Report report) {
    this.netrc = netrc;
    this.text = netrc.text();
    this.report = report;
  }

  void look() {
    if (netrc.start() > 0) {
      report.add(0, "a byte order mark: curl and git find nothing, and Python refuses the file");
    }
    if (Lines.ending(text).length > 1) {
      report.add(0, "the lines end with CR LF: the Heroku CLI finds no entry, ftp misreads all");
    }
    if (!netrc.charset().equals(StandardCharsets.UTF_8)) {
      report.add(firstBadByte(), "the file is not UTF-8: Python and Ruby's netrc refuse it");
    }
    lines();
    int comments = 0;
    for (Token comment : netrc.comments()) {
      comments += comment.end() - comment.start();
    }
    if (text.length - comments > LARGE_FILE) {
      report.add(0, "there is over 128 KiB besides comments: curl 8 refuses the file");
    }
  }

  private void lines() {
    int start = 0;
    while (start < text.length) {
      int next = Lines.next(text, start);
      if (next - start > LONG_LINE) {
        report.add(start, "over 4094 bytes: curl 7.88 and git skip this line, curl 8 the file");
        return;
      }
      start = next;
    }
  }

  /** The first byte outside ASCII: the culprit, or on the way to it. */
  private int firstBadByte() {
    int at = 0;
    while (at < text.length - 1 && text[at] >= 0) {
      at++;
    }
    return at;
  }
}
