package dev.keyport.netrc;

/**
 * Groups tokens into statements, one at a time: a keyword with the value it takes, a macro, or a
 * word that means nothing. A value is the next token whatever it is, but a comment.
 */
final class Statements {
  private final byte[] text;
  private final Lexer lexer;
  private final Spans comments;

  private Keyword keyword = Keyword.UNKNOWN;
  private int wordStart;
  private int wordEnd;
  private boolean complete;

  /**
   * @param comments takes those on the way, wherever they stand
   */
  Statements(byte[] text, int start, int limit, Spans comments) {
    this.text = text;
    this.lexer = new Lexer(text, start, limit);
    this.comments = comments;
  }

  /**
   * Reads the next statement.
   *
   * @return false at the end
   * @throws MalformedNetrcException when a quoted token does not end on its line
   */
  boolean next() {
    if (skipComments(true) == Token.Kind.END) {
      return false;
    }
    wordStart = lexer.start();
    wordEnd = lexer.end();
    keyword = Keyword.of(text, wordStart, wordEnd);
    complete = true;
    if (keyword.takesValue()) {
      complete = skipComments(false) != Token.Kind.END;
    } else if (keyword == Keyword.MACDEF) {
      complete = lexer.skipMacro();
    }
    return true;
  }

  private Token.Kind skipComments(boolean keywordDue) {
    Token.Kind kind = lexer.next(keywordDue);
    while (kind == Token.Kind.COMMENT) {
      comments.add(lexer.start(), lexer.end());
      kind = lexer.next(keywordDue);
    }
    return kind;
  }

  Keyword keyword() {
    return keyword;
  }

  int wordStart() {
    return wordStart;
  }

  int wordEnd() {
    return wordEnd;
  }

  /** The keyword or word itself. */
  Token word() {
    return Token.of(text, wordStart, wordEnd);
  }

  /** Whether the value is there, or the empty line that closes a macro. */
  boolean isComplete() {
    return complete;
  }

  /** Of the value; where there is none, of nothing at the limit. */
  int valueStart() {
    return lexer.start();
  }

  /** The byte after the statement: that of its value, its word or its macro. */
  int end() {
    return complete || keyword == Keyword.MACDEF ? lexer.end() : wordEnd;
  }

  Token value() {
    return Token.of(text, lexer.start(), lexer.end());
  }
}
