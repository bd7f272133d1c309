package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.wiring.KeyportComponent;

/** One verb, parsed: runs its use case and tells the outcome. */
public interface Verb {
  /**
   * Runs it.
   *
   * @return the exit status; errors are raised instead
   */
  int run(KeyportComponent use, Answer answer);
}
