package dev.keyport.http;

import dev.keyport.domain.credential.Secret;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The secrets a request carries, so that text of the server's which repeats one can be masked
 * before anyone sees it.
 */
final class SentSecrets {
  private static final int MAX_TEXT = 300;

  /** A host name comes back in lower case. */
  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private final List<Secret> sent;
  private final List<Pattern> patterns;

  /**
   * @param secrets what was sent, in every form it was sent in
   */
  SentSecrets(List<Secret> secrets) {
    this(secrets.stream());
  }

  private SentSecrets(Stream<Secret> secrets) {
    sent = secrets.filter(secret -> !secret.isEmpty()).toList();
    patterns =
        sent.stream()
            .map(secret -> Pattern.compile(Pattern.quote(secret.reveal()), ANY_CASE))
            .toList();
  }

  /** These and one more. */
  SentSecrets with(Secret more) {
    return new SentSecrets(Stream.concat(sent.stream(), Stream.of(more)));
  }

  static SentSecrets none() {
    return new SentSecrets(List.of());
  }

  /**
   * The server's text as a person may see it: one line without control characters, secrets masked,
   * at most 300 characters.
   */
  String clean(String text) {
    String masked = mask(printable(text)).strip();
    return masked.codePointCount(0, masked.length()) <= MAX_TEXT
        ? masked
        : masked.substring(0, masked.offsetByCodePoints(0, MAX_TEXT)) + "…";
  }

  /** Whether this text has one of the secrets in it. */
  boolean isIn(String text) {
    return !mask(text).equals(text);
  }

  private String mask(String text) {
    String masked = text;
    for (Pattern pattern : patterns) {
      masked = pattern.matcher(masked).replaceAll(Secret.MASK);
    }
    return masked;
  }

  /** Control, format (as bidirectional overrides) and line-end characters become blanks. */
  private static String printable(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> shown.appendCodePoint(isUnprintable(c) ? ' ' : c));
    return shown.toString();
  }

  static boolean isUnprintable(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** Says nothing of what it holds. */
  @Override
  public String toString() {
    return Secret.MASK;
  }
}
