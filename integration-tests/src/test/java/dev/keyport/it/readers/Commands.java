package dev.keyport.it.readers;

import dev.keyport.it.Processes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the readers' processes are run. */
final class Commands {
  private Commands() {}

  /** With the environment of this process, save for what names another netrc. */
  static ProcessBuilder inherited(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("NETRC");
    return builder;
  }

  /** With nothing but the PATH and a home folder, which it runs in. */
  static ProcessBuilder atHome(Written written, Map<String, String> also, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(written.home().toFile());
    builder.environment().clear();
    builder.environment().put("PATH", Optional.ofNullable(System.getenv("PATH")).orElse(""));
    builder.environment().put("HOME", written.home().toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(also);
    return builder;
  }

  /** What a command prints, which must succeed. */
  static String output(String... command) {
    Processes.Ended ended = Processes.run(inherited(List.of(command)), "", command[0]);
    if (ended.exit() != 0) {
      throw new AssertionError(
          String.join(" ", command) + " ended with " + ended.exit() + ": " + ended.stderr());
    }
    return ended.stdout();
  }

  /** Whether a command succeeds. */
  static boolean succeeds(String... command) {
    return Processes.run(inherited(List.of(command)), "", command[0]).exit() == 0;
  }
}
