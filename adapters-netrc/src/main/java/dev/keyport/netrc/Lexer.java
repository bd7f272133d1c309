package dev.keyport.netrc;

/**
 * Cuts bytes into tokens, one at a time and in one pass. Every character that means something is
 * ASCII, so this works on bytes whatever the encoding. The token read last is kept in three fields:
 * a large file has a million, and few are ever looked at.
 *
 * <p>Blanks are space, tab, CR and LF alone, as in curl 8 and Python: a form feed or a no-break
 * space is part of a word.
 */
final class Lexer {
  private final byte[] text;
  private final int limit;
  private int at;
  private boolean freshLine = true;

  private Token.Kind kind = Token.Kind.END;
  private int start;
  private int end;

  /**
   * @param start where to begin: the first byte of a line, or of a token
   * @param limit the byte to stop before
   */
  Lexer(byte[] text, int start, int limit) {
    this.text = text;
    this.limit = limit;
    this.at = start;
  }

  static boolean isBlank(byte b) {
    return b <= ' ' && (b == ' ' || b == '\n' || b == '\t' || b == '\r');
  }

  /** Whether there are only blanks from one byte up to another. */
  static boolean isBlankFrom(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isBlank(text[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads the next token. A {@code #} starts a comment when it is the first of its line, and also
   * where a keyword is due: elsewhere it belongs to the value.
   *
   * @param keywordDue whether a keyword may stand here; otherwise a value is expected
   * @throws MalformedNetrcException when a quoted token does not end on its line
   */
  Token.Kind next(boolean keywordDue) {
    skipBlanks();
    start = at;
    if (at == limit) {
      kind = Token.Kind.END;
      end = at;
    } else if (text[at] == '#' && (freshLine || keywordDue)) {
      comment();
    } else if (text[at] == '"') {
      quoted();
    } else {
      word();
    }
    freshLine = false;
    return kind;
  }

  /** Of the token read last, as are the others. */
  Token.Kind kind() {
    return kind;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  private void skipBlanks() {
    int i = at;
    while (i < limit && isBlank(text[i])) {
      freshLine |= text[i] == '\n';
      i++;
    }
    at = i;
  }

  private void comment() {
    while (at < limit && text[at] != '\n') {
      at++;
    }
    kind = Token.Kind.COMMENT;
    end = text[at - 1] == '\r' ? at - 1 : at;
  }

  private void word() {
    int i = at;
    while (i < limit && !isBlank(text[i])) {
      i++;
    }
    at = i;
    kind = Token.Kind.WORD;
    end = i;
  }

  private void quoted() {
    at++;
    while (at < limit && text[at] != '"') {
      at += text[at] == '\\' ? 2 : 1;
      if (at > limit || text[at - 1] == '\n' || text[at - 1] == '\r') {
        throw unterminated();
      }
    }
    if (at >= limit) {
      throw unterminated();
    }
    at++;
    kind = Token.Kind.QUOTED;
    end = at;
  }

  private MalformedNetrcException unterminated() {
    return new MalformedNetrcException(
        Lines.number(text, start), "a quote mark opens a value that does not end on its line");
  }

  /**
   * Skips a macro, whose keyword was just read: up to an empty line, or the limit. The byte after
   * it is then {@link #end()}.
   *
   * @return whether there was that empty line
   */
  boolean skipMacro() {
    boolean emptyLine = false;
    while (at < limit && !emptyLine) {
      if (text[at] == '\n') {
        int next = at + 1;
        if (next < limit && text[next] == '\r') {
          next++;
        }
        emptyLine = next < limit && text[next] == '\n';
        at = emptyLine ? next : at;
      }
      at++;
    }
    freshLine = true;
    end = at;
    return emptyLine;
  }
}
