package dev.keyport.it.readers;

import java.util.List;

/** A program that reads netrc files. */
interface NetrcReader {
  /** What is under test, as in a test's name. */
  String name();

  /** Skips the test, or fails it where everything must be there, when this is not installed. */
  void need();

  /** Whether it can be asked for this host at all. */
  default boolean canAsk(Written written) {
    return true;
  }

  /** Whether it reads all files in one run, so that many more cost little. */
  boolean runsOnce();

  /** Asks for the host of each file. */
  Reading read(List<Written> table);
}
