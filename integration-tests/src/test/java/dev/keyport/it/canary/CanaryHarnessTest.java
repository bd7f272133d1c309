package dev.keyport.it.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.it.verbs.Command;
import dev.keyport.it.verbs.WatchedProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the canary suite says it would find, it finds. */
class CanaryHarnessTest {
  private static final String CANARY = "canary-5f0b1d";
  private static final Canaries CANARIES =
      new Canaries(Map.of("token", CANARY), List.of("ann@example.com"));

  /** Waits for its stdin to end, so that it lives as long as it is looked at. */
  private static final String WAIT = "cat >/dev/null";

  @TempDir Path folder;

  @BeforeEach
  void needsProc() {
    Assumptions.assumeTrue(ProcessWatch.isPossible(), "there is no /proc to watch processes by");
  }

  @Test
  void argument() {
    assertThat(watched(Set.of(), Set.of(), Map.of(), "sh", "-c", WAIT, CANARY))
        .contains(new Finding("token", "argv of sh"));
  }

  @Test
  void grantedArgumentOfTheTopProcessAndNoOther() {
    assertThat(watched(Set.of("token"), Set.of(), Map.of(), "sh", "-c", WAIT + "; :", CANARY))
        .isEmpty();
    assertThat(
            watched(
                Set.of("token"),
                Set.of(),
                Map.of(),
                "sh",
                "-c",
                "sh -c '" + WAIT + "; :' \"$0\"; :",
                CANARY))
        .contains(new Finding("token", "argv of sh"));
  }

  @Test
  void environment() {
    assertThat(watched(Set.of(), Set.of(), Map.of("TOKEN", CANARY), "sh", "-c", WAIT))
        .contains(new Finding("token", "environment of sh"));
  }

  @Test
  void environmentOfAChild() {
    assertThat(
            watched(Set.of(), Set.of("token"), Map.of("TOKEN", CANARY), "sh", "-c", WAIT + "; :"))
        .containsExactly(new Finding("token", "environment of cat"));
  }

  @Test
  void childThatIsGoneAtOnce() {
    RecordedTools tools = RecordedTools.in(folder, "true");
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", "true " + CANARY);
    builder.environment().put("PATH", tools.path());

    Command.Ended ended = WatchedProcess.run(builder, "", process -> {});

    // The shell's own "true" is what ran: a stand-in is for tools that are run by their name.
    assertThat(ended.exit()).isZero();
    assertThat(CANARIES.in(tools.record())).isEmpty();
    builder.command("sh", "-c", "env true " + CANARY);
    assertThat(WatchedProcess.run(builder, "", process -> {}).exit()).isZero();
    assertThat(CANARIES.in(tools.record())).containsExactly("token");
  }

  @Test
  void files() throws IOException {
    Path store = Files.writeString(folder.resolve("store"), CANARY);
    Files.writeString(folder.resolve("hs_err_pid1.log"), "");
    Files.writeString(Files.createDirectories(folder.resolve("a/b")).resolve("x"), "<" + CANARY);

    assertThat(new FileScan(CANARIES, Map.of(store, Set.of("token"))).below(folder))
        .containsExactlyInAnyOrder(
            new Finding("token", "file x"),
            new Finding("anything at all", "left file hs_err_pid1.log"));
  }

  @Test
  void basicHeader() {
    String header =
        Base64.getEncoder()
            .encodeToString(("ann@example.com:" + CANARY).getBytes(StandardCharsets.UTF_8));

    assertThat(CANARIES.in("Authorization: Basic " + header)).containsExactly("token");
    assertThat(CANARIES.in("Authorization: Basic ****")).isEmpty();
  }

  private static Set<Finding> watched(
      Set<String> inArguments,
      Set<String> inEnvironment,
      Map<String, String> variables,
      String... words) {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().putAll(variables);
    ProcessWatch watch = new ProcessWatch(CANARIES, inArguments, inEnvironment);
    Command.Ended ended =
        WatchedProcess.run(
            builder,
            "",
            process -> {
              // Before its stdin ends; it may be forked and not have begun yet.
              for (int looks = 0; looks < 200 && watch.findings().isEmpty(); looks++) {
                watch.look(process.toHandle());
              }
            });
    assertThat(ended.exit()).isZero();
    return watch.findings();
  }
}
