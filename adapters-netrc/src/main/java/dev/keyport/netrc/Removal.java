package dev.keyport.netrc;

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
   * The bytes without these entries.
   *
   * @param going in the order of the file
   */
  byte[] without(List<Entry> going) {
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
    return Lexer.isBlankFrom(text, from, to) && !Lines.hasEnd(text, from, to);
  }

  private Splice cut(int start, int end) {
    int before = Lines.blanksBefore(text, start, netrc.start());
    boolean startShared = !Lines.isStart(text, before, netrc.start());
    int after = end;
    while (after < text.length && Lexer.isBlank(text[after]) && text[after] != '\n') {
      after++;
    }
    boolean endShared = after < text.length && text[after] != '\n' && text[after] != '#';
    boolean oneLine = !Lines.hasEnd(text, start, end);
    if (startShared) {
      boolean wholeLastLine = !endShared && !oneLine;
      return apart(before, wholeLastLine ? Lines.contentEnd(text, end) : end);
    }
    if (endShared) {
      return new Splice(oneLine ? start : before, after, NOTHING);
    }
    return new Splice(before, Lines.next(text, end), NOTHING);
  }

  /** Leaves a blank where two tokens would run into each other. */
  private Splice apart(int from, int to) {
    boolean runsOn = to < text.length && !Lexer.isBlank(text[to]);
    return new Splice(from, to, runsOn ? BLANK : NOTHING);
  }
}
