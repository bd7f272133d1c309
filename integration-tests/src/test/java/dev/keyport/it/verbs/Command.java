package dev.keyport.it.verbs;

import java.util.List;
import java.util.Map;

/** A way to run the command. */
@FunctionalInterface
public interface Command {
  /**
   * Runs it to its end.
   *
   * @param arguments those of the command
   * @param stdin all that it can read
   * @param environment all the variables it sees
   */
  Ended run(List<String> arguments, String stdin, Map<String, String> environment);

  /**
   * What came of it. The streams may hold secrets, and are never to be shown.
   *
   * @param exit the exit status
   * @param stdout the answer
   * @param stderr everything else
   */
  record Ended(int exit, String stdout, String stderr) {
    @Override
    public String toString() {
      return "Ended[" + exit + "]";
    }
  }
}
