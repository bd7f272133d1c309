package dev.keyport.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A text in the JDK's properties syntax, cut into pieces that together are the text: what is
 * between settings, and each setting with its continuation lines and its line end. Only the cutting
 * is done here; what a piece sets is read by {@link Properties} itself, so that the two can't
 * differ. Never changed: an edit gives another text.
 */
final class PropertiesText {
  private static final String MARK = "\ufeff";

  private final List<Piece> pieces;

  private PropertiesText(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  /**
   * A piece of the text.
   *
   * @param text as it stands, line end included
   * @param line the number of its first line, from one
   * @param setting what it sets; empty for what is between settings
   */
  record Piece(String text, int line, Optional<Setting> setting) {
    boolean sets(String key) {
      return setting.filter(set -> set.key().equals(key)).isPresent();
    }
  }

  /**
   * What a piece sets.
   *
   * @param key without escapes
   * @param value without escapes
   */
  record Setting(String key, String value) {}

  /**
   * Cuts a text; a byte order mark at its start is let stand and counts for nothing.
   *
   * @throws IllegalArgumentException when there is a {@code \}{@code u} that four hex digits don't
   *     follow
   */
  static PropertiesText parse(String text) {
    return new PropertiesText(new Cutter(text).cut());
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** The text. */
  String text() {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.text()));
    return text.toString();
  }

  /** What a key is set to: where it stands twice, the last counts. */
  Optional<String> value(String key) {
    int at = last(key);
    return at < 0 ? Optional.empty() : pieces.get(at).setting().map(PropertiesText.Setting::value);
  }

  private int last(String key) {
    for (int i = pieces.size() - 1; i >= 0; i--) {
      if (pieces.get(i).sets(key)) {
        return i;
      }
    }
    return -1;
  }

  /** Without the key, however often it stands there. */
  PropertiesText without(String key) {
    StringBuilder text = new StringBuilder();
    pieces.stream().filter(piece -> !piece.sets(key)).forEach(piece -> text.append(piece.text()));
    return parse(text.toString());
  }

  /**
   * With the key set to the value: in the place it has, as the key and separator are written there;
   * else after the last setting of the same group, else at the end.
   */
  PropertiesText with(String key, String value) {
    int at = last(key);
    if (at >= 0) {
      return replaced(at, key, value);
    }
    String line = escaped(key, true) + " = " + escaped(value, false) + lineEnd();
    int after = lastOfGroup(group(key));
    if (after < 0) {
      after = pieces.size() - 1;
    }
    // A backslash at the end of the text would take the new line in.
    if (after >= 0 && Cutter.endsInBackslash(pieces.get(after).text())) {
      after--;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= after; i++) {
      text.append(pieces.get(i).text());
    }
    if (after >= 0 && !endsLine(text) && !text.toString().equals(MARK)) {
      text.append(lineEnd());
    }
    text.append(line);
    for (int i = after + 1; i < pieces.size(); i++) {
      text.append(pieces.get(i).text());
    }
    return parse(text.toString());
  }

  private static boolean endsLine(CharSequence text) {
    return text.length() > 0 && isLineEnd(text.charAt(text.length() - 1));
  }

  private int lastOfGroup(String group) {
    int found = -1;
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).setting().filter(set -> group(set.key()).equals(group)).isPresent()) {
        found = i;
      }
    }
    return found;
  }

  private static String group(String key) {
    return key.substring(0, key.lastIndexOf('.') + 1);
  }

  private PropertiesText replaced(int at, String key, String value) {
    String old = pieces.get(at).text();
    int end = old.length();
    while (end > 0 && isLineEnd(old.charAt(end - 1))) {
      end--;
    }
    int valueAt = Cutter.valueAt(old.substring(0, end));
    String head =
        valueAt < 0 || old.substring(0, end).chars().anyMatch(c -> isLineEnd((char) c))
            ? escaped(key, true) + " = "
            : old.substring(0, valueAt);
    String ended = old.substring(end);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      text.append(i == at ? head + escaped(value, false) + ended : pieces.get(i).text());
    }
    PropertiesText changed = parse(text.toString());
    // A line such as "store" alone has no separator to go by.
    return changed.value(key).filter(value::equals).isPresent()
        ? changed
        : without(key).with(key, value);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /** The first line's, so that a file of another system stays one. */
  private String lineEnd() {
    String text = text();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        return "\n";
      }
      if (text.charAt(i) == '\r') {
        return text.startsWith("\r\n", i) ? "\r\n" : "\r";
      }
    }
    return "\n";
  }

  private static String escaped(String plain, boolean isKey) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        case '\f' -> text.append("\\f");
        case ' ' -> text.append(isKey || i == 0 ? "\\ " : " ");
        case '=', ':', '#', '!' -> text.append(isKey ? "\\" : "").append(c);
        default -> text.append(c);
      }
    }
    return text.toString();
  }

  /** Finds where logical lines begin and end, as {@link Properties#load} does. */
  private static final class Cutter {
    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;
    private int line = 1;

    Cutter(String text) {
      this.text = text;
    }

    List<Piece> cut() {
      if (text.startsWith(MARK)) {
        pieces.add(new Piece(MARK, 1, Optional.empty()));
        at = MARK.length();
      }
      while (at < text.length()) {
        int start = at;
        int startLine = line;
        int first = skipBlanks(at);
        boolean sets = first < text.length() && "\r\n#!".indexOf(text.charAt(first)) < 0;
        endLine();
        while (sets && at < text.length() && endsInBackslash(text, start, at)) {
          endLine();
        }
        String piece = text.substring(start, at);
        pieces.add(new Piece(piece, startLine, sets ? setting(piece) : Optional.empty()));
      }
      return pieces;
    }

    private int skipBlanks(int from) {
      int i = from;
      while (i < text.length() && isBlank(text.charAt(i))) {
        i++;
      }
      return i;
    }

    private void endLine() {
      while (at < text.length() && !isLineEnd(text.charAt(at))) {
        at++;
      }
      if (at < text.length()) {
        at += text.startsWith("\r\n", at) ? 2 : 1;
        line++;
      }
    }

    private static boolean isBlank(char c) {
      return c == ' ' || c == '\t' || c == '\f';
    }

    static boolean endsInBackslash(String piece) {
      return piece.charAt(0) != '#'
          && piece.charAt(0) != '!'
          && endsInBackslash(piece, 0, piece.length());
    }

    /** Whether the line before {@code end} ends in a backslash that is not escaped itself. */
    static boolean endsInBackslash(String text, int start, int end) {
      int last = end;
      if (last > start && text.charAt(last - 1) == '\n') {
        last--;
      }
      if (last > start && text.charAt(last - 1) == '\r') {
        last--;
      }
      int backslashes = 0;
      while (last - backslashes > start && text.charAt(last - backslashes - 1) == '\\') {
        backslashes++;
      }
      return backslashes % 2 == 1;
    }

    /** Where the value of a line begins; negative where there is no separator. */
    static int valueAt(String line) {
      int i = 0;
      while (i < line.length() && isBlank(line.charAt(i))) {
        i++;
      }
      boolean escaped = false;
      while (i < line.length()
          && (escaped || (!isBlank(line.charAt(i)) && "=:".indexOf(line.charAt(i)) < 0))) {
        escaped = line.charAt(i) == '\\' && !escaped;
        i++;
      }
      int start = i;
      boolean separated = false;
      while (i < line.length()
          && (isBlank(line.charAt(i)) || (!separated && "=:".indexOf(line.charAt(i)) >= 0))) {
        separated |= !isBlank(line.charAt(i));
        i++;
      }
      return i == start ? -1 : i;
    }

    private static Optional<Setting> setting(String piece) {
      Properties properties = new Properties();
      try {
        properties.load(new StringReader(piece));
      } catch (IOException e) {
        throw new UncheckedIOException("reading from memory failed", e);
      }
      return properties.stringPropertyNames().stream()
          .findFirst()
          .map(key -> new Setting(key, properties.getProperty(key, "")));
    }
  }
}
