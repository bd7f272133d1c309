package dev.keyport.it.readers;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program's version, as far as it is dotted numbers.
 *
 * @param numbers the numbers; none where a program does not tell
 */
record Version(List<Long> numbers) implements Comparable<Version> {
  private static final Pattern DOTTED = Pattern.compile("\\d+(\\.\\d+)*");

  Version {
    numbers = List.copyOf(numbers);
  }

  /** The first version in a text, as in what {@code --version} prints. */
  static Version in(String text) {
    Matcher found = DOTTED.matcher(text);
    if (!found.find()) {
      throw new IllegalArgumentException("no version in: " + text);
    }
    return new Version(Arrays.stream(found.group().split("\\.")).map(Long::valueOf).toList());
  }

  /** Whether this is the other or a part of it: 3.10 holds 3.10.13. */
  boolean holds(Version other) {
    return other.numbers.size() >= numbers.size()
        && other.numbers.subList(0, numbers.size()).equals(numbers);
  }

  @Override
  public int compareTo(Version other) {
    for (int i = 0; i < Math.min(numbers.size(), other.numbers.size()); i++) {
      int order = numbers.get(i).compareTo(other.numbers.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(numbers.size(), other.numbers.size());
  }

  @Override
  public String toString() {
    return numbers.isEmpty()
        ? "of a version it does not tell"
        : String.join(".", numbers.stream().map(String::valueOf).toList());
  }
}
