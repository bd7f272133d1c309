package dev.keyport.files;

import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.Place;
import dev.keyport.domain.error.UsageException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of the heroku-accounts plugin: YAML of two keys, {@code username} and {@code
 * password}, which the plugin's Ruby versions wrote with a colon before them. Nothing else of YAML
 * is understood, and no message says what a line holds.
 */
final class HerokuAccountText {
  private static final int LONGEST = 4096;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Pattern LINE = Pattern.compile(":?(username|password): +(\\S|\\S.*\\S) *");

  /** What begins something else than a plain text in YAML. */
  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

  private final Path file;
  private @Nullable String login;
  private @Nullable Secret token;
  private int line;

  private HerokuAccountText(Path file) {
    this.file = file;
  }

  /**
   * What it says.
   *
   * @param login of the account
   * @param token of the account
   */
  record Login(String login, Secret token) {}

  /**
   * Reads it.
   *
   * @throws UsageException when it has anything else, or not both; the message names file and line
   */
  static Login read(Path file, byte[] bytes) {
    if (bytes.length > LONGEST) {
      throw new UsageException(
          file + " is too long to be an account's: over " + LONGEST + " bytes");
    }
    CharBuffer text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw new UsageException(file + " is not UTF-8");
    }
    try {
      return new HerokuAccountText(file).read(text);
    } finally {
      Arrays.fill(text.array(), '\0');
    }
  }

  private Login read(CharBuffer text) {
    int from = text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    while (from < text.length()) {
      line++;
      int end = from;
      while (end < text.length() && text.charAt(end) != '\n') {
        end++;
      }
      boolean returns = end > from && text.charAt(end - 1) == '\r';
      take(text.subSequence(from, returns ? end - 1 : end));
      from = end + 1;
    }
    if (login == null || token == null) {
      throw new UsageException(
          file + " has no " + (login == null ? "username" : "password"),
          "an account's file has the lines username: and password:");
    }
    return new Login(login, token);
  }

  private void take(CharSequence text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw refused("has a tab or another control character");
    }
    if (text.chars().allMatch(c -> c == ' ') || (line == 1 && isHeader(text))) {
      return;
    }
    Matcher matcher = LINE.matcher(text);
    if (!matcher.matches()) {
      throw refused("is neither a username nor a password");
    }
    boolean isLogin = text.subSequence(matcher.start(1), matcher.end(1)).charAt(0) == 'u';
    if (isLogin ? login != null : token != null) {
      throw refused("has the " + (isLogin ? "username" : "password") + " once more");
    }
    StringBuilder value = new StringBuilder();
    try {
      unquote(text.subSequence(matcher.start(2), matcher.end(2)), value);
      if (value.length() == 0) {
        throw refused("has an empty value");
      }
      if (isLogin) {
        login = value.toString();
      } else {
        token = Secret.of(value);
      }
    } finally {
      for (int i = 0; i < value.length(); i++) {
        value.setCharAt(i, '\0');
      }
    }
  }

  /** Ruby begins a document so. */
  private static boolean isHeader(CharSequence text) {
    return CharSequence.compare(text, "---") == 0 || CharSequence.compare(text, "--- ") == 0;
  }

  private void unquote(CharSequence text, StringBuilder value) {
    char quote = text.charAt(0);
    if (quote != '\'' && quote != '"') {
      plain(text, value);
      return;
    }
    int last = text.length() - 1;
    if (last == 0 || text.charAt(last) != quote) {
      throw refused("has a quote that does not end");
    }
    for (int i = 1; i < last; i++) {
      char c = text.charAt(i);
      boolean escapes = c == (quote == '"' ? '\\' : '\'');
      if (escapes) {
        i++;
        if (i == last || (text.charAt(i) != quote && text.charAt(i) != c)) {
          throw refused("has an escape that is not understood");
        }
      } else if (c == quote) {
        throw refused("has more after the quotes");
      }
      value.append(text.charAt(i));
    }
  }

  private void plain(CharSequence text, StringBuilder value) {
    if (INDICATORS.indexOf(text.charAt(0)) >= 0) {
      throw refused("has a value that is no plain text");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // A comment or a further key of YAML; neither an address nor a token has a blank.
      if (c == ' ') {
        throw refused("has a blank in its value");
      }
      value.append(c);
    }
  }

  private UsageException refused(String what) {
    return new UsageException(
        Place.of(file, line) + ", " + what, "an account's file has a username and a password only");
  }
}
