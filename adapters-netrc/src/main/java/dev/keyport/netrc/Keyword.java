package dev.keyport.netrc;

import java.util.List;

/** The words that mean something where a keyword is due; they fold case, as in curl and git. */
enum Keyword {
  MACHINE("machine"),
  DEFAULT("default"),
  MACDEF("macdef"),
  LOGIN("login"),
  /** Python's and git's other word for login. */
  USER("user"),
  PASSWORD("password"),
  ACCOUNT("account"),
  /** Any other word: it is skipped, alone. */
  UNKNOWN("");

  private static final int CASE_BIT = 0x20;

  private static final List<Keyword> VALUES = List.of(values());

  private final String word;

  Keyword(String word) {
    this.word = word;
  }

  /** A quoted word is never a keyword. */
  static Keyword of(byte[] text, Token token) {
    if (token.kind() == Token.Kind.WORD) {
      for (Keyword keyword : VALUES) {
        if (keyword.is(text, token)) {
          return keyword;
        }
      }
    }
    return UNKNOWN;
  }

  private boolean is(byte[] text, Token token) {
    if (token.end() - token.start() != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      byte b = text[token.start() + i];
      if ((b | CASE_BIT) != word.charAt(i) || b < 'A') {
        return false;
      }
    }
    return true;
  }

  /** Whether a value follows, which is an attribute of the entry. */
  boolean isAttribute() {
    return this == LOGIN || this == USER || this == PASSWORD || this == ACCOUNT;
  }

  boolean isLogin() {
    return this == LOGIN || this == USER;
  }
}
