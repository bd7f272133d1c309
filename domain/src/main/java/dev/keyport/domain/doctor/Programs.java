package dev.keyport.domain.doctor;

import java.util.Objects;
import java.util.Optional;

/** The port to other programs of this machine, which are asked how they are set up. */
public interface Programs {
  /** The path that a shell would find the program at; empty where there is none. */
  Optional<String> find(String name);

  /**
   * Runs a program to its end, or ends it once it takes too long. It reads nothing, asks nobody and
   * does not get the environment's token.
   *
   * @param command the program and its arguments; none of them a secret
   */
  Outcome run(String... command);

  /** What came of a run. */
  sealed interface Outcome {
    /** There is no such program, or it can't be run. */
    record Missing() implements Outcome {}

    /** It did not end in time, and was ended. */
    record TimedOut() implements Outcome {}

    /**
     * It ended.
     *
     * @param status its exit status
     * @param output its standard output, which may hold secrets: it is looked at and never told
     */
    record Ended(int status, String output) implements Outcome {
      public Ended {
        Objects.requireNonNull(output, "output");
      }

      /** The status alone. */
      @Override
      public String toString() {
        return "Ended[" + status + "]";
      }
    }
  }
}
