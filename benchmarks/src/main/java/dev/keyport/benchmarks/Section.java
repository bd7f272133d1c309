package dev.keyport.benchmarks;

import java.io.IOException;

/** One thing that is measured, with a section of its own in the report. */
interface Section {
  /** What {@code bin/bench} knows it by: a word. */
  String name();

  String title();

  /** Whether it takes so long that it is measured only when it is named. */
  default boolean isLong() {
    return false;
  }

  /** Measures it and tells the outcome. */
  void run(Plan plan, Report report) throws IOException, InterruptedException;
}
