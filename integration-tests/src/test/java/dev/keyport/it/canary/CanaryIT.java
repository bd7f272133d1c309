package dev.keyport.it.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.it.verbs.Command;
import dev.keyport.it.verbs.Stage;
import dev.keyport.it.verbs.Start;
import dev.keyport.it.verbs.VerbRegistry;
import dev.keyport.it.verbs.VerbUse;
import dev.keyport.sandbox.FaultKind;
import dev.keyport.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No verb lets a secret be seen, whether it succeeds or fails, with its trace on. */
class CanaryIT {
  @TempDir Path folder;

  @BeforeEach
  void needsProc() {
    Assumptions.assumeTrue(ProcessWatch.isPossible(), "there is no /proc to watch processes by");
  }

  static List<VerbUse> uses() {
    return VerbRegistry.uses();
  }

  @ParameterizedTest
  @MethodSource("uses")
  void success(VerbUse use) {
    try (Stage stage = Stage.set(folder, use.start())) {
      CanaryHarness harness = new CanaryHarness(stage, folder, Map.of());

      Command.Ended ended = stage.run(harness, use, "--debug");

      assertThat(ended.exit()).as(stage.masked(ended.stderr())).isEqualTo(use.exit());
      assertThat(harness.seen()).contains("java");
      assertThat(harness.findings(ended, use.answersSecret())).isEmpty();
    }
  }

  /**
   * Those that are given or answer a secret, or read a store that has one; with the system property
   * {@code keyport.canaries} all. What the others tell of a failure is the fault matrix's matter.
   */
  static List<VerbUse> failing() {
    return uses().stream()
        .filter(
            use ->
                Boolean.getBoolean("keyport.canaries")
                    || use.answersSecret()
                    || (use.calls().isEmpty() && use.start() != Start.NOTHING)
                    || !use.stdin().isEmpty())
        .toList();
  }

  /** The API's answer holds secrets and can't be understood; else the store can't. */
  @ParameterizedTest
  @MethodSource("failing")
  void failure(VerbUse use) throws IOException {
    try (Stage stage = Stage.set(folder, use.start())) {
      CanaryHarness harness = new CanaryHarness(stage, folder, Map.of());
      if (use.calls().isEmpty()) {
        spoilStore(stage);
      }
      use.calls()
          .forEach(call -> stage.sandbox().faults().add(call.fault(FaultKind.WRONG_CONTENT_TYPE)));

      Command.Ended ended = stage.run(harness, use, "--debug");

      assertThat(harness.findings(ended, use.answersSecret())).isEmpty();
    }
  }

  private static void spoilStore(Stage stage) throws IOException {
    Files.writeString(
        stage.netrc(),
        stage.stored() + stage.filled("\nmachine broken.example\n  login ann\n  pass {secret}\n"));
  }

  @Test
  void tokenOfTheEnvironmentReachesNoChild() {
    try (Stage stage = Stage.set(folder, Start.NOTHING)) {
      CanaryHarness harness =
          new CanaryHarness(stage, folder, Map.of("HEROKU_API_KEY", stage.filled("{token}")));

      Command.Ended ended = harness.run(List.of("keys:add", "--debug"), "", stage.environment());

      // Whether there is a terminal is asked of a child.
      assertThat(harness.ran("sh")).isTrue();
      assertThat(harness.findings(ended, false)).isEmpty();
    }
  }

  @Test
  void whatIsTypedAtATerminalStaysThere() throws Exception {
    Assumptions.assumeTrue(RecordedTools.find("script").isPresent(), "script is not installed");
    try (Stage stage = Stage.set(folder, Start.NOTHING)) {
      CanaryHarness harness = new CanaryHarness(stage, folder, Map.of());

      Command.Ended ended =
          harness.runAtTerminal(
              List.of("login", "-i", "--debug", "--email", stage.filled("{otp email}")),
              new TypedAnswers()
                  .on("Password (hidden): ", stage.filled("{otp password}"))
                  .on("Two-factor code (hidden): ", stage.filled("{otp}")));

      assertThat(ended.exit()).as(stage.masked(ended.stdout())).isZero();
      assertThat(harness.ran("stty")).isTrue();
      assertThat(harness.findings(ended, false)).isEmpty();
    }
  }

  @Test
  void tokenOfASingleSignOnStaysAtTheTerminal() throws Exception {
    Assumptions.assumeTrue(RecordedTools.find("script").isPresent(), "script is not installed");
    try (Stage stage = Stage.set(folder, Start.NOTHING)) {
      String page = stage.sandbox().sso(Sandbox.ORGANIZATION).toString();
      CanaryHarness harness = new CanaryHarness(stage, folder, Map.of("SSO_URL", page));

      Command.Ended ended =
          harness.runAtTerminal(
              List.of("login", "--sso", "--browser", "none", "--debug"),
              new TypedAnswers().on("Access token (hidden): ", stage.filled("{token}")));

      assertThat(ended.exit()).as(stage.masked(ended.stdout())).isZero();
      assertThat(ended.stdout()).contains(page);
      assertThat(harness.findings(ended, false)).isEmpty();
    }
  }

  /** ssh-keygen is between the person and the terminal, and needs no token. */
  @Test
  void keyMadeUnderATokenOfTheEnvironment() throws Exception {
    Assumptions.assumeTrue(RecordedTools.find("script").isPresent(), "script is not installed");
    Assumptions.assumeTrue(
        RecordedTools.find("ssh-keygen").isPresent(), "ssh-keygen is not installed");
    try (Stage stage = Stage.set(folder, Start.NOTHING)) {
      CanaryHarness harness =
          new CanaryHarness(stage, folder, Map.of("HEROKU_API_KEY", stage.filled("{token}")));

      Command.Ended ended =
          harness.runAtTerminal(
              List.of("keys:add", "--debug"),
              new TypedAnswers()
                  .on("[Y/n] ", "y")
                  .on("Enter passphrase (empty for no passphrase): ", stage.filled("{secret}"))
                  .on("Enter same passphrase again: ", stage.filled("{secret}")));

      assertThat(ended.exit()).as(stage.masked(ended.stdout())).isZero();
      assertThat(harness.ran("ssh-keygen")).isTrue();
      assertThat(harness.findings(ended, false)).isEmpty();
    }
  }
}
