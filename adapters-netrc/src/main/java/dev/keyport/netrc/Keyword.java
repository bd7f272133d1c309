package dev.keyport.netrc;

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

  private final String word;

  Keyword(String word) {
    this.word = word;
  }

  /** A quoted word is never a keyword. */
  static Keyword of(byte[] text, Token token) {
    return of(text, token.start(), token.end());
  }

  /** As {@link #of(byte[], Token)}, of the bytes from one up to another. */
  static Keyword of(byte[] text, int start, int end) {
    return switch (end - start) {
      case 4 -> USER.orUnknown(text, start);
      case 5 -> LOGIN.orUnknown(text, start);
      case 6 -> MACDEF.orUnknown(text, start);
      case 7 -> ofSeven(text, start);
      case 8 -> PASSWORD.orUnknown(text, start);
      default -> UNKNOWN;
    };
  }

  private static Keyword ofSeven(byte[] text, int start) {
    return switch (text[start] | CASE_BIT) {
      case 'm' -> MACHINE.orUnknown(text, start);
      case 'd' -> DEFAULT.orUnknown(text, start);
      default -> ACCOUNT.orUnknown(text, start);
    };
  }

  private Keyword orUnknown(byte[] text, int start) {
    for (int i = 0; i < word.length(); i++) {
      byte b = text[start + i];
      if ((b | CASE_BIT) != word.charAt(i) || b < 'A') {
        return UNKNOWN;
      }
    }
    return this;
  }

  /** Whether the next token belongs to it, whatever that is. */
  boolean takesValue() {
    return this == MACHINE || isAttribute();
  }

  /** Whether a value follows, which is an attribute of the entry. */
  boolean isAttribute() {
    return this == LOGIN || this == USER || this == PASSWORD || this == ACCOUNT;
  }

  boolean isLogin() {
    return this == LOGIN || this == USER;
  }
}
