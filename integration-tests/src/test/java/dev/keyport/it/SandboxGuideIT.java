package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What docs/sandbox.md tells to type works as it stands there, in its order. */
class SandboxGuideIT {
  private static final String CONTAINERS = "## As a container\n";

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @Test
  void everyLineWorks() throws IOException {
    Needed.command("curl");
    KeyportProcess keyport = SANDBOX.keyport(folder);
    keyport.home().write("password.txt", SANDBOX.account().password() + "\n");
    List<String> lines = lines(guide().substring(0, guide().indexOf(CONTAINERS)));

    assertThat(lines).hasSizeGreaterThan(10);
    for (String line : lines) {
      assertThat(keyport.shell(ofThisRun(line))).succeeds();
    }
  }

  @Test
  void everyFaultIsInTheTable() throws IOException {
    for (FaultKind kind : FaultKind.values()) {
      String effect = kind.takesEffect() ? "yes" : "no";
      assertThat(guide())
          .containsPattern(
              "\\| `" + kind.name().toLowerCase(Locale.ROOT) + "` \\|.*\\| " + effect + " \\|\n");
    }
  }

  @Nested
  @ExtendWith(SandboxImage.class)
  class Containers {
    @Test
    void everyLineWorks() throws IOException {
      List<String> lines = lines(guide().substring(guide().indexOf(CONTAINERS)));
      String name = "sandbox-" + ProcessHandle.current().pid();

      assertThat(lines).hasSize(4);
      for (String line : lines) {
        String own =
            line.replace(
                    "bin/sandbox-image", script("sandbox-image") + " --as-built keyport-sandbox")
                .replaceAll("127\\.0\\.0\\.1:\\d+:", "127.0.0.1::")
                .replaceAll("(?<= )sandbox\\b", name)
                .replace("keyport-sandbox", SandboxImage.NAME);
        Processes.Ended ended = Processes.run(new ProcessBuilder("sh", "-c", own), "", line, 300);
        assertThat(ended.exit()).as("%s: %s", line, ended.stderr()).isZero();
      }
    }
  }

  /** The line for the ports of this run; the sandbox that it starts ends at the end of input. */
  private static String ofThisRun(String line) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String target = Launcher.root().resolve("integration-tests/target").toString();
    String sandbox =
        String.format(
            "%s -cp '%s/classes:%s/lib/*' dev.keyport.sandbox.SandboxMain --until-eof",
            java, target, target);
    return line.replaceFirst("^bin/sandbox(?= )", sandbox)
        .replaceAll("(--\\S*port) \\d+", "$1 0")
        .replace("http://127.0.0.1:8080", SANDBOX.get().api().toString())
        .replace("http://localhost:8081", SANDBOX.get().git().toString())
        .replaceFirst("^curl ", "curl -sSf ");
  }

  private static List<String> lines(String text) {
    return text.lines()
        .filter(line -> line.startsWith("$ "))
        .map(line -> line.substring(2))
        .toList();
  }

  private static String guide() throws IOException {
    return Files.readString(Launcher.root().resolve("docs/sandbox.md"));
  }

  private static String script(String name) {
    return Launcher.root().resolve("bin").resolve(name).toString();
  }
}
