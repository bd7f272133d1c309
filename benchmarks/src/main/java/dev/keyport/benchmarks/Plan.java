package dev.keyport.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How thoroughly to measure, and where.
 *
 * @param quick only to see that it works
 * @param root the project's root folder
 * @param work a folder for files, in memory where the machine has one
 */
record Plan(boolean quick, Path root, Path work) {
  /** How many entries the files have. */
  List<Integer> sizes() {
    return quick ? List.of(1_000) : List.of(1, 1_000, 10_000, 100_000);
  }

  /** After this long a program is stopped. */
  Duration limit() {
    return Duration.ofSeconds(quick ? 10 : 30);
  }

  /** How long to repeat one measurement for, at most; it is always done once. */
  Duration repeating() {
    return quick ? Duration.ZERO : Duration.ofSeconds(6);
  }

  /** How long to keep a server busy. */
  Duration load() {
    return quick ? Duration.ofMillis(300) : Duration.ofSeconds(10);
  }

  /** How often to repeat it at most. */
  int runs() {
    return quick ? 1 : 10;
  }

  Path peers() {
    return root.resolve("benchmarks/peers");
  }

  /** Where the packages of npm are. */
  Path nodeModules() {
    return root.resolve("benchmarks/target/peers");
  }
}
