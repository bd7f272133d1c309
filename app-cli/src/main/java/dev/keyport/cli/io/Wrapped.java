package dev.keyport.cli.io;

import java.util.ArrayList;
import java.util.List;

/** Text in lines that fit a terminal. */
public final class Wrapped {
  /** How wide a line may be, in characters, as wide as every terminal is. */
  public static final int WIDTH = 80;

  private Wrapped() {}

  /**
   * Breaks the text at blanks.
   *
   * @param text one line
   * @param width how wide a line may be; a longer word stands on a line of its own, whole, so that
   *     a path can be copied
   * @return at least one line
   */
  public static List<String> of(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      } else if (!line.isEmpty()) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
