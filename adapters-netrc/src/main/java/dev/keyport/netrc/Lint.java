package dev.keyport.netrc;

import dev.keyport.domain.store.StoreWarning;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What in a netrc breaks one of its many readers though this one understands it. One warning a
 * kind, with the first line it is on and the number of further lines. Takes time in proportion to
 * the file's size.
 */
final class Lint {
  private final Netrc netrc;
  private final byte[] text;
  private final LintReport report;

  private Lint(Netrc netrc) {
    this.netrc = netrc;
    this.text = netrc.text();
    this.report = new LintReport(text);
  }

  /** What there is to say of a netrc that is at this path. */
  static List<StoreWarning> of(Netrc netrc, Path path) {
    Lint lint = new Lint(netrc);
    lint.look();
    return lint.report.warnings(path);
  }

  private void look() {
    new TextLint(netrc, report).look();
    new CommentLint(netrc, report).look();
    netrc.comments().forEach(this::comment);
    netrc.macros().forEach(this::macro);
    strayWords();
    Set<String> hosts = new HashSet<>();
    List<Entry> entries = netrc.entries();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      boolean last = i == entries.size() - 1;
      entry(entry, last);
      if (!entry.isDefault() && !hosts.add(netrc.machineName(entry))) {
        report.add(LintKind.DUPLICATE_HOST, entry.start());
      }
      if (!last && sameLine(entry.end(), entries.get(i + 1).start())) {
        report.add(LintKind.SHARED_LINE, entry.end());
      }
    }
  }

  private void comment(Token comment) {
    if (hasWord(comment.start(), comment.end(), Keyword.MACHINE::equals)) {
      report.add(LintKind.MACHINE_IN_COMMENT, comment.start());
    }
    int line = Lines.start(text, comment.start(), netrc.start());
    if (!Lexer.isBlankFrom(text, line, comment.start())) {
      trailing(comment);
    }
  }

  private void trailing(Token comment) {
    if (hasWord(comment.start(), comment.end(), Keyword::isAttribute)) {
      report.add(LintKind.KEYWORD_IN_COMMENT, comment.start());
    }
    if (comment.end() < text.length && text[comment.end()] == '\r') {
      report.add(LintKind.CRLF_COMMENT, comment.start());
    }
  }

  private void macro(Macro macro) {
    report.add(LintKind.MACRO, macro.start());
    if (!macro.closed()) {
      report.add(LintKind.MACRO_NOT_CLOSED, macro.start());
    }
    if (hasWord(macro.start(), macro.end(), Keyword.MACHINE::equals)) {
      report.add(LintKind.MACHINE_IN_MACRO, macro.start());
    }
  }

  private boolean hasWord(int from, int to, Predicate<Keyword> kind) {
    int at = from;
    while (at < to) {
      int start = at;
      while (at < to && !Lexer.isBlank(text[at]) && text[at] != '#') {
        at++;
      }
      if (at > start && kind.test(Keyword.of(text, new Token(Token.Kind.WORD, start, at)))) {
        return true;
      }
      at++;
    }
    return false;
  }

  private void strayWords() {
    List<Token> words = netrc.strayWords();
    for (int i = 0; i < words.size(); i++) {
      Token word = words.get(i);
      if (Keyword.of(text, word).isAttribute()) {
        report.add(LintKind.OUTSIDE_ENTRY, word.start());
        // Its value stands behind it, and is no word of its own.
        i++;
      } else {
        unknownWord(word);
      }
    }
  }

  private void unknownWord(Token word) {
    report.add(LintKind.UNKNOWN_WORD, word.start());
  }

  private void entry(Entry entry, boolean last) {
    entry.unknownWords().forEach(this::unknownWord);
    if (entry.machine().filter(this::hasUpperCase).isPresent()) {
      report.add(LintKind.UPPER_CASE_HOST, entry.start());
    }
    if (entry.isDefault() && !last) {
      report.add(LintKind.DEFAULT_NOT_LAST, entry.start());
    }
    if (entry.login().isPresent() && entry.password().isEmpty() && !last) {
      report.add(LintKind.NO_PASSWORD, entry.start());
    }
    boolean reversed =
        entry.login().isPresent()
            && entry.password().isPresent()
            && entry.password().get().word().start() < entry.login().get().word().start();
    if (reversed) {
      report.add(LintKind.PASSWORD_FIRST, entry.start());
    }
  }

  private boolean hasUpperCase(Token name) {
    for (int i = name.start(); i < name.end(); i++) {
      if (text[i] >= 'A' && text[i] <= 'Z') {
        return true;
      }
    }
    return false;
  }

  private boolean sameLine(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == '\n') {
        return false;
      }
    }
    return true;
  }
}
