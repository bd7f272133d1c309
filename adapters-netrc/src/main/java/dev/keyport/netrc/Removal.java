package dev.keyport.netrc;

import dev.keyport.domain.credential.Host;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes entries out: whole lines where they have lines of their own, with the comments on and
 * between those; only their own tokens where a line is shared.
 */
final class Removal {
  private static final byte[] NOTHING = {};
  private static final byte[] BLANK = {' '};

  private final Netrc netrc;
  private final byte[] text;

  Removal(Netrc netrc) {
    this.netrc = netrc;
    this.text = netrc.text();
  }

  /**
   * The bytes without the entries of the host that have exactly this login.
   *
   * @param login empty for those that name none
   */
  byte[] without(Host host, String login) {
    List<Entry> going =
        netrc.entriesOf(host).stream().filter(entry -> netrc.hasLogin(entry, login)).toList();
    List<Splice> splices = new ArrayList<>();
    int i = 0;
    while (i < going.size()) {
      int start = going.get(i).start();
      int end = going.get(i).end();
      while (i + 1 < going.size() && onlySpaces(end, going.get(i + 1).start())) {
        i++;
        end = going.get(i).end();
      }
      splices.add(cut(start, end));
      i++;
    }
    return Splice.apply(text, splices);
  }

  private boolean onlySpaces(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] != ' ' && text[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private Splice cut(int start, int end) {
    int line = Lines.start(text, start, netrc.start());
    int before = start;
    while (before > line && Lexer.isBlank(text[before - 1])) {
      before--;
    }
    boolean startShared = before > line;
    int after = end;
    while (after < text.length && Lexer.isBlank(text[after]) && text[after] != '\n') {
      after++;
    }
    boolean endShared = after < text.length && text[after] != '\n' && text[after] != '#';
    boolean oneLine = Lines.start(text, end, netrc.start()) == line;
    if (startShared) {
      boolean wholeLastLine = !endShared && !oneLine;
      return apart(before, wholeLastLine ? Lines.contentEnd(text, end) : end);
    }
    if (endShared) {
      return new Splice(oneLine ? start : line, after, NOTHING);
    }
    return new Splice(line, Lines.next(text, end), NOTHING);
  }

  /** Leaves a blank where two tokens would run into each other. */
  private Splice apart(int from, int to) {
    boolean runsOn = to < text.length && !Lexer.isBlank(text[to]);
    return new Splice(from, to, runsOn ? BLANK : NOTHING);
  }
}
