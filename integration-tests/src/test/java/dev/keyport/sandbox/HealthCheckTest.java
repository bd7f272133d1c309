package dev.keyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.Command.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthCheckTest {
  @TempDir Path home;

  @Test
  void sandboxThatAnswersIsHealthyAndLogsNothingOfIt() throws IOException {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      Result result = check(String.valueOf(sandbox.api().getPort()));

      assertThat(result).isEqualTo(new Result(0, ""));
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @Test
  void nobodyThereIsUnhealthy() throws IOException {
    int port;
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      port = sandbox.api().getPort();
    }

    Result result = check(String.valueOf(port));

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.output()).startsWith("the sandbox does not answer: ");
  }

  @Test
  void otherServerIsUnhealthy() throws IOException {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      Result result = check(String.valueOf(sandbox.git().getPort()));

      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.output()).startsWith("the sandbox answers with status 401");
    }
  }

  @Test
  void portIsNeeded() {
    assertThat(check("x")).isEqualTo(new Result(2, "usage: HealthCheck PORT\n"));
  }

  private Result check(String port) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    return Command.run(home, java, "-cp", classes, HealthCheck.class.getName(), port);
  }
}
