package dev.keyport.netrc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What in a netrc breaks one of its many readers though this one understands it; each was seen to
 * break the readers named. One warning a kind, with the first line it is on.
 */
final class Lint {
  private final Netrc netrc;
  private final byte[] text;
  private final Path path;
  private final List<String> warnings = new ArrayList<>();
  private final Set<String> kinds = new HashSet<>();

  Lint(Netrc netrc, Path path) {
    this.netrc = netrc;
    this.text = netrc.text();
    this.path = path;
  }

  List<String> warnings() {
    new TextLint(netrc, this::add).look();
    netrc.comments().forEach(this::comment);
    netrc.macros().forEach(this::macro);
    netrc.strayWords().forEach(this::unknownWord);
    Set<String> hosts = new HashSet<>();
    List<Entry> entries = netrc.entries();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      boolean last = i == entries.size() - 1;
      entry(entry, last);
      if (!entry.isDefault() && !hosts.add(netrc.machineName(entry))) {
        add(
            entry.start(),
            "this host has several entries: curl and git take the first, Python and JGit the"
                + " last");
      }
      if (!last && sameLine(entry.end(), entries.get(i + 1).start())) {
        add(entry.end(), "the Heroku CLI does not read two entries on one line");
      }
    }
    return List.copyOf(warnings);
  }

  private void add(int at, String what) {
    if (kinds.add(what)) {
      warnings.add(path + ", line " + Lines.number(text, at) + ": " + what);
    }
  }

  private void comment(Token comment) {
    if (hasWord(comment.start(), comment.end(), Keyword.MACHINE)) {
      add(
          comment.start(),
          "a comment with the word machine is an entry to "
              + Readers.PERL
              + ", ftp and the Heroku"
              + " CLI: take old secrets out of it");
    }
    int line = Lines.start(text, comment.start(), netrc.start());
    boolean wholeLine = Lexer.isBlankFrom(text, line, comment.start());
    int second = comment.start() + 1;
    boolean attached = second < comment.end() && !Lexer.isBlank(text[second]);
    if (wholeLine && attached && followsEmptyLine(line)) {
      add(
          comment.start(),
          "Python since 3.11 refuses the file for a # right before a word, on the first line or"
              + " after an empty one");
    }
    boolean crlf = comment.end() < text.length && text[comment.end()] == '\r';
    if (!wholeLine && crlf) {
      add(
          comment.start(),
          "a comment behind an entry on a line that ends with CR LF makes the Heroku CLI hang");
    }
  }

  private boolean followsEmptyLine(int line) {
    if (line == netrc.start()) {
      return true;
    }
    int above = Lines.start(text, line - 1, netrc.start());
    return Lexer.isBlankFrom(text, above, line);
  }

  private void macro(Macro macro) {
    if (!macro.closed()) {
      add(
          macro.start(),
          "this macro is not closed by an empty line: Python since 3.11 and ftp refuse the file");
    }
    if (hasWord(macro.start(), macro.end(), Keyword.MACHINE)) {
      add(
          macro.start(),
          "the word machine in a macro starts an entry for Ruby's netrc, the Heroku CLI, "
              + Readers.PERL
              + ", ftp and Go programs");
    }
  }

  private boolean hasWord(int from, int to, Keyword keyword) {
    int at = from;
    while (at < to) {
      int start = at;
      while (at < to && !Lexer.isBlank(text[at]) && text[at] != '#') {
        at++;
      }
      if (at > start && Keyword.of(text, new Token(Token.Kind.WORD, start, at)) == keyword) {
        return true;
      }
      at++;
    }
    return false;
  }

  private void unknownWord(Token word) {
    add(word.start(), "Python refuses the file for a word that is no keyword");
  }

  private void entry(Entry entry, boolean last) {
    entry.unknownWords().forEach(this::unknownWord);
    if (entry.isDefault() && !last) {
      add(entry.start(), "default is not last: curl and git look no further");
    }
    if (entry.login().isPresent() && entry.password().isEmpty() && !last) {
      add(entry.start(), "this entry has no password: Ruby's netrc takes the next entry's for it");
    }
    boolean reversed =
        entry.login().isPresent()
            && entry.password().isPresent()
            && entry.password().get().word().start() < entry.login().get().word().start();
    if (reversed) {
      add(entry.start(), "the password stands before the login: Ruby's netrc misreads that");
    }
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
