package dev.keyport.netrc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

  private final byte[] text;
  private final Lexer lexer;
  private final int start;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Macro> macros = new ArrayList<>();
  private final List<Token> comments = new ArrayList<>();
  private final List<Token> strayWords = new ArrayList<>();
  private @Nullable Token dangling;

  private @Nullable Token entryKeyword;
  private @Nullable Token entryMachine;
  private final List<Attribute> attributes = new ArrayList<>();
  private final List<Token> unknownWords = new ArrayList<>();
  private int entryEnd;

  private Parser(byte[] text) {
    this.text = text;
    this.start = startsWithBom(text) ? BOM.length : 0;
    this.lexer = new Lexer(text, start);
  }

  private static boolean startsWithBom(byte[] text) {
    return text.length >= BOM.length && text[0] == BOM[0] && text[1] == BOM[1] && text[2] == BOM[2];
  }

  /**
   * Reads the whole file.
   *
   * @param text its bytes, which the answer keeps
   * @throws MalformedNetrcException when it has a NUL, or a quoted value that does not end
   */
  static Netrc parse(byte[] text) {
    for (int i = 0; i < text.length; i++) {
      if (text[i] == 0) {
        throw new MalformedNetrcException(Lines.number(text, i), "there is a NUL byte");
      }
    }
    return new Parser(text).file();
  }

  private Netrc file() {
    Token token = lexer.next(true);
    while (!token.isEnd()) {
      if (token.isComment()) {
        comments.add(token);
      } else {
        statement(token);
      }
      token = lexer.next(true);
    }
    closeEntry();
    return new Netrc(
        text,
        start,
        charset(text),
        entries,
        macros,
        comments,
        strayWords,
        Optional.ofNullable(dangling));
  }

  private void statement(Token word) {
    Keyword keyword = Keyword.of(text, word);
    switch (keyword) {
      case MACHINE -> machine(word);
      case DEFAULT -> openEntry(word, null);
      case MACDEF -> {
        closeEntry();
        macros.add(lexer.macro(word));
      }
      case LOGIN, USER, PASSWORD, ACCOUNT -> attribute(keyword, word);
      case UNKNOWN -> {
        (entryKeyword == null ? strayWords : unknownWords).add(word);
        entryEnd = word.end();
      }
    }
  }

  private void machine(Token word) {
    closeEntry();
    Token name = value(word);
    if (!name.isEnd()) {
      openEntry(word, name);
    }
  }

  private void attribute(Keyword keyword, Token word) {
    entryEnd = word.end();
    Token value = value(word);
    if (!value.isEnd()) {
      entryEnd = value.end();
      if (entryKeyword != null) {
        attributes.add(new Attribute(keyword, word, value));
      } else {
        strayWords.add(word);
        strayWords.add(value);
      }
    }
  }

  /** The next token that is no comment; a keyword that none follows is kept as dangling. */
  private Token value(Token keyword) {
    Token token = lexer.next(false);
    while (token.isComment()) {
      comments.add(token);
      token = lexer.next(false);
    }
    if (token.isEnd()) {
      dangling = keyword;
    }
    return token;
  }

  private void openEntry(Token keyword, @Nullable Token machine) {
    closeEntry();
    entryKeyword = keyword;
    entryMachine = machine;
    entryEnd = (machine == null ? keyword : machine).end();
  }

  private void closeEntry() {
    if (entryKeyword != null) {
      entries.add(
          new Entry(
              entryKeyword, Optional.ofNullable(entryMachine), attributes, entryEnd, unknownWords));
      attributes.clear();
      unknownWords.clear();
      entryKeyword = null;
    }
  }

  /** UTF-8 where the bytes are; else ISO-8859-1, in which every byte is a character. */
  private static Charset charset(byte[] text) {
    if (isAscii(text)) {
      return StandardCharsets.UTF_8;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  private static boolean isAscii(byte[] text) {
    for (byte b : text) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }
}
