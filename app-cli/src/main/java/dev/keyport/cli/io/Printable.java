package dev.keyport.cli.io;

/**
 * Text that is safe to show at a terminal. Names, comments and messages come from others, and could
 * hold escape sequences that move the cursor or rewrite what was said.
 */
public final class Printable {
  private static final int REPLACEMENT = '?';

  private Printable() {}

  /** The text with each control character but tab shown as a question mark. */
  public static String of(String text) {
    if (text.chars().noneMatch(Printable::isUnsafe)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length());
    text.chars().map(c -> isUnsafe(c) ? REPLACEMENT : c).forEach(c -> shown.append((char) c));
    return shown.toString();
  }

  private static boolean isUnsafe(int c) {
    boolean bidirectional = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return (c != '\t' && Character.isISOControl(c)) || bidirectional;
  }
}
