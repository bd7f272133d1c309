package dev.keyport.cli.io;

import dev.keyport.domain.token.EnvironmentToken;
import java.util.Arrays;

/** Another program, run by this one: it sees the environment without the token in it. */
public final class ToolProcess {
  private ToolProcess() {}

  /** Ready to start this command. */
  public static ProcessBuilder of(String... command) {
    return withoutToken(new ProcessBuilder(Arrays.asList(command)));
  }

  /** What needs no token gets none: its children and its crash reports would have it too. */
  static ProcessBuilder withoutToken(ProcessBuilder builder) {
    builder.environment().remove(EnvironmentToken.VARIABLE);
    return builder;
  }
}
