package dev.keyport.domain.error;

import java.util.regex.Pattern;

/** A text as one word of a shell command that a person may copy from a message. */
public final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private ShellWord() {}

  /** As it is where that is one word, else in single quotes, within which nothing is special. */
  public static String of(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
