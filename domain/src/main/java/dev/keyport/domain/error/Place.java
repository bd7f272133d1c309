package dev.keyport.domain.error;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Where in a file something is.
 *
 * @param file the file's path
 * @param line counted from one; empty where it is the file as a whole
 */
public record Place(String file, OptionalInt line) {
  public Place {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(line, "line");
  }

  /** The file as a whole. */
  public static Place of(Object file) {
    return new Place(file.toString(), OptionalInt.empty());
  }

  /** A line of it. */
  public static Place of(Object file, int line) {
    return new Place(file.toString(), OptionalInt.of(line));
  }

  /** As {@code FILE} or {@code FILE, line N}. */
  @Override
  public String toString() {
    return line.isPresent() ? file + ", line " + line.getAsInt() : file;
  }
}
