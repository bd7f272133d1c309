package dev.keyport.domain.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/** Guesses what a mistyped word was meant to be, by edit distance. */
public final class NearestWord {
  private NearestWord() {}

  /**
   * What to say to a word that isn't one: the nearest, or all there are.
   *
   * @param what what the words are, as {@code the settings are}
   */
  public static String hint(String typed, Collection<String> words, String what) {
    return to(typed, words)
        .map(nearest -> "did you mean \"" + nearest + "\"?")
        .orElseGet(() -> all(words, what));
  }

  /** The same of so few words that all of them are named in any case. */
  public static String hintOfAll(String typed, Collection<String> words, String what) {
    return to(typed, words).map(nearest -> "did you mean \"" + nearest + "\"? ").orElse("")
        + all(words, what);
  }

  private static String all(Collection<String> words, String what) {
    return what + ": " + String.join(", ", new TreeSet<>(words));
  }

  /** The nearest of the words; empty when none is near: over half of the letters differ. */
  public static Optional<String> to(String typed, Collection<String> words) {
    return new TreeSet<>(words)
        .stream()
            .min(Comparator.comparingInt(word -> distance(typed, word)))
            .filter(word -> 2 * distance(typed, word) <= Math.max(typed.length(), word.length()));
  }

  /** Levenshtein's: how many letters have to be added, dropped or changed. */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(above[j - 1] + change, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[to.length()];
  }
}
