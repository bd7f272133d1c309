package dev.keyport.netrc;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Comments that Python since 3.11 takes for words, and refuses the file for.
 *
 * <p>Its reader skips the rest of a line only when the {@code #} stands on the line where it began
 * to look for it, and outside an entry only when the {@code #} stands alone. It begins to look
 * behind the blank that ended the token before; a quoted one needs none, so its line's end is still
 * to come.
 */
final class CommentLint {
  private final Netrc netrc;
  private final byte[] text;
  private final LintReport report;
  private final Set<Integer> quotedEnds = new HashSet<>();

  CommentLint(Netrc netrc, LintReport report) {
    this.netrc = netrc;
    this.text = netrc.text();
    this.report = report;
  }

  void look() {
    List<Entry> entries = netrc.entries();
    List<Macro> macros = netrc.macros();
    entries.forEach(this::noteQuoted);
    int entry = 0;
    int macro = 0;
    int entryStart = -1;
    int macroEnd = -1;
    int lastCommentLine = netrc.start();
    for (Token comment : netrc.comments()) {
      while (entry < entries.size() && entries.get(entry).start() < comment.start()) {
        entryStart = entries.get(entry++).start();
      }
      while (macro < macros.size() && macros.get(macro).start() < comment.start()) {
        macroEnd = macros.get(macro++).end();
      }
      int looksFrom = Math.max(macroEnd, Math.max(lastCommentLine, behindToken(comment.start())));
      boolean inEntry = entryStart > macroEnd;
      if (isRead(comment, looksFrom, inEntry)) {
        report.add(LintKind.COMMENT_READ, comment.start());
      }
      lastCommentLine = Math.min(text.length, Lines.next(text, comment.end()));
    }
  }

  private void noteQuoted(Entry entry) {
    entry.machine().ifPresent(this::noteQuoted);
    entry.attributes().forEach(attribute -> noteQuoted(attribute.value()));
  }

  private void noteQuoted(Token token) {
    if (token.kind() == Token.Kind.QUOTED) {
      quotedEnds.add(token.end());
    }
  }

  /** Where the blanks before a comment begin, but for the one that ended the token there. */
  private int behindToken(int comment) {
    int at = comment;
    while (at > netrc.start() && Lexer.isBlank(text[at - 1])) {
      at--;
    }
    if (at == netrc.start() || quotedEnds.contains(at)) {
      return at;
    }
    boolean crlf = text[at] == '\r' && at + 1 < comment && text[at + 1] == '\n';
    return Math.min(comment, at + (crlf ? 2 : 1));
  }

  private boolean isRead(Token comment, int looksFrom, boolean inEntry) {
    int word = comment.start();
    while (word < comment.end() && !Lexer.isBlank(text[word])) {
      word++;
    }
    boolean more = !Lexer.isBlankFrom(text, word, comment.end());
    boolean attached = word > comment.start() + 1;
    return more && (hasLineEnd(looksFrom, comment.start()) || (attached && !inEntry));
  }

  private boolean hasLineEnd(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == '\n') {
        return true;
      }
    }
    return false;
  }
}
