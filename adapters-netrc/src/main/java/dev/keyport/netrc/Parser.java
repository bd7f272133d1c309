package dev.keyport.netrc;

import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bytes of a netrc as most of curl 8, git and Python do, and where those disagree, so
 * that no secret goes where it was not meant for.
 *
 * <p>A value is the next token whatever it is. An unknown word is skipped. What stands before the
 * first machine, or after a macro, is nobody's.
 */
final class Parser {
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int NONE = -1;

  private final Spans entries = new Spans();
  private final Spans names = new Spans();
  private final Spans macros = new Spans();
  private final Spans comments = new Spans();
  private final Spans strayWords = new Spans();
  private final Statements statements;
  private boolean openMacro;
  private @Nullable Token dangling;

  private int entryStart = NONE;
  private int entryEnd;

  private Parser(byte[] text, int start) {
    this.statements = new Statements(text, start, text.length, comments);
  }

  /**
   * Reads the whole file.
   *
   * @param text its bytes, which the answer keeps
   * @throws MalformedNetrcException when it has a NUL, or a quoted value that does not end
   */
  static Netrc parse(byte[] text) {
    Charset charset = Encoding.of(text);
    int start = startsWithBom(text) ? BOM.length : 0;
    return new Netrc(text, start, charset, new Parser(text, start).outline());
  }

  private static boolean startsWithBom(byte[] text) {
    return text.length >= BOM.length && text[0] == BOM[0] && text[1] == BOM[1] && text[2] == BOM[2];
  }

  private Outline outline() {
    while (statements.next()) {
      switch (statements.keyword()) {
        case MACHINE -> machine();
        case DEFAULT -> openEntry(statements.wordEnd());
        case MACDEF -> macro();
        case LOGIN, USER, PASSWORD, ACCOUNT -> attribute();
        case UNKNOWN -> word();
      }
    }
    closeEntry();
    return new Outline(
        entries, names, macros, openMacro, comments, strayWords, Optional.ofNullable(dangling));
  }

  private void machine() {
    if (statements.isComplete()) {
      openEntry(statements.valueStart());
    } else {
      closeEntry();
      dangling = statements.word();
    }
  }

  private void openEntry(int nameStart) {
    closeEntry();
    entryStart = statements.wordStart();
    entryEnd = statements.end();
    names.add(nameStart, entryEnd);
  }

  private void closeEntry() {
    if (entryStart != NONE) {
      entries.add(entryStart, entryEnd);
      entryStart = NONE;
    }
  }

  private void macro() {
    closeEntry();
    macros.add(statements.wordStart(), statements.end());
    openMacro = !statements.isComplete();
  }

  private void attribute() {
    if (statements.isComplete()) {
      word();
    } else {
      entryEnd = statements.end();
      dangling = statements.word();
    }
  }

  private void word() {
    if (entryStart == NONE) {
      strayWords.add(statements.wordStart(), statements.wordEnd());
      if (statements.keyword().isAttribute()) {
        strayWords.add(statements.valueStart(), statements.end());
      }
    }
    entryEnd = statements.end();
  }
}
