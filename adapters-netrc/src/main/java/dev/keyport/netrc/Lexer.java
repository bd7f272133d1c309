package dev.keyport.netrc;

/**
 * Cuts the bytes into tokens, in one pass. Every character that means something is ASCII, so this
 * works on bytes whatever the encoding.
 *
 * <p>Blanks are space, tab, CR and LF alone, as in curl 8 and Python: a form feed or a no-break
 * space is part of a word.
 */
final class Lexer {
  private final byte[] text;
  private int at;
  private boolean freshLine = true;

  Lexer(byte[] text, int start) {
    this.text = text;
    this.at = start;
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
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
   * The next token. A {@code #} starts a comment when it is the first of its line, and also where a
   * keyword is due: elsewhere it belongs to the value.
   *
   * @param keywordDue whether a keyword may stand here; otherwise a value is expected
   * @throws MalformedNetrcException when a quoted token does not end on its line
   */
  Token next(boolean keywordDue) {
    skipBlanks();
    if (at == text.length) {
      return new Token(Token.Kind.END, at, at);
    }
    boolean comment = text[at] == '#' && (freshLine || keywordDue);
    freshLine = false;
    if (comment) {
      return comment();
    }
    return text[at] == '"' ? quoted() : word();
  }

  private void skipBlanks() {
    while (at < text.length && isBlank(text[at])) {
      freshLine |= text[at] == '\n';
      at++;
    }
  }

  private Token comment() {
    int start = at;
    while (at < text.length && text[at] != '\n') {
      at++;
    }
    boolean cr = text[at - 1] == '\r';
    return new Token(Token.Kind.COMMENT, start, cr ? at - 1 : at);
  }

  private Token word() {
    int start = at;
    while (at < text.length && !isBlank(text[at])) {
      at++;
    }
    return new Token(Token.Kind.WORD, start, at);
  }

  private Token quoted() {
    int start = at;
    at++;
    while (at < text.length && text[at] != '"') {
      at += text[at] == '\\' ? 2 : 1;
      if (at > text.length || text[at - 1] == '\n' || text[at - 1] == '\r') {
        throw unterminated(start);
      }
    }
    if (at >= text.length) {
      throw unterminated(start);
    }
    at++;
    return new Token(Token.Kind.QUOTED, start, at);
  }

  private MalformedNetrcException unterminated(int start) {
    return new MalformedNetrcException(
        Lines.number(text, start), "a quote mark opens a value that does not end on its line");
  }

  /**
   * Skips a macro, whose keyword was just read: up to an empty line, or the end of the file.
   *
   * @param keyword the word {@code macdef}
   */
  Macro macro(Token keyword) {
    boolean emptyLine = false;
    while (at < text.length && !emptyLine) {
      if (text[at] == '\n') {
        int next = at + 1;
        if (next < text.length && text[next] == '\r') {
          next++;
        }
        emptyLine = next < text.length && text[next] == '\n';
        at = emptyLine ? next : at;
      }
      at++;
    }
    freshLine = true;
    return new Macro(keyword.start(), at, emptyLine);
  }
}
