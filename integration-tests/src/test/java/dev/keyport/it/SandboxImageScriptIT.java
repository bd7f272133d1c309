package dev.keyport.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** bin/sandbox-image where there is nothing to build with: it says so and does not hang. */
@EnabledOnOs(OS.LINUX)
class SandboxImageScriptIT {
  private static final int USAGE = 2;
  private static final int UNAVAILABLE = 69;

  @TempDir Path folder;

  @Test
  void helpIsPrinted() {
    Processes.Ended ended = run(Map.of(), "--help");

    assertThat(ended.exit()).isZero();
    assertThat(ended.stdout()).startsWith("Usage: bin/sandbox-image ");
  }

  @Test
  void unknownOptionAndSecondTagAreUsageErrors() {
    assertFails(run(Map.of(), "--push"), USAGE, "unknown option --push");
    assertFails(run(Map.of(), "a", "b"), USAGE, "one TAG at most");
  }

  @Test
  void missingDockerIsNamed() throws IOException {
    Path tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : new String[] {"bash", "dirname", "readlink", "uname"}) {
      Path stub =
          Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec " + find(tool) + " \"$@\"\n");
      Files.setPosixFilePermissions(stub, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    assertFails(run(Map.of("PATH", tools.toString())), UNAVAILABLE, "docker is not installed");
  }

  @Test
  void engineThatIsNotThereIsNamed() {
    Needed.command("docker");
    String nobody = "unix://" + folder.resolve("nobody");

    assertFails(run(Map.of("DOCKER_HOST", nobody)), UNAVAILABLE, nobody);
  }

  @Test
  void engineThatDoesNotAnswerIsNamedAtItsDeadline() throws IOException {
    Needed.command("docker");
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String address = "tcp://127.0.0.1:" + silent.getLocalPort();

      assertFails(
          run(Map.of("DOCKER_HOST", address)),
          UNAVAILABLE,
          "the Docker engine at " + address + " does not answer within 10 seconds");
    }
  }

  private static void assertFails(Processes.Ended ended, int status, String words) {
    assertThat(ended.stderr()).startsWith("sandbox-image: ").contains(words).hasLineCount(1);
    assertThat(ended.stdout()).isEmpty();
    assertThat(ended.exit()).isEqualTo(status);
  }

  private static Processes.Ended run(Map<String, String> environment, String... arguments) {
    String script = Launcher.root().resolve("bin/sandbox-image").toString();
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of(script), Stream.of(arguments)).toList());
    builder.environment().putAll(environment);
    return Processes.run(builder, "", "bin/sandbox-image");
  }

  private static Path find(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(place -> Path.of(place, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }
}
