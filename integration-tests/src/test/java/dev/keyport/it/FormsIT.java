package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How verbs are written, help and version, and what is not understood. */
class FormsIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @Test
  void colonAndSpaceFormsAreTheSame() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);

    assertThat(keyport.run("auth:token")).succeeds().answers("<token>\n");
    assertThat(keyport.run("auth", "token")).succeeds().answers("<token>\n");
    assertThat(keyport.run("auth:whoami")).succeeds().answers("dev@example.com\n");
    assertThat(keyport.run("credentials", "get", "127.0.0.1")).succeeds().answers("<token>\n");
    assertThat(keyport.run("keys", "clear")).succeeds();
    assertThat(keyport.run("auth", "logout")).succeeds();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "help",
        "help auth:token",
        "auth:token --help",
        "auth token -h",
        "keys:add --help"
      })
  void helpIsAnAnswer(String line) {
    Outcome help = SANDBOX.keyport(folder).run(line.split(" "));

    assertThat(help).succeeds().tellsNothing();
    assertThat(help.stdout()).startsWith("Usage: keyport");
    if (line.contains(":")) {
      assertThat(help.stdout()).contains("Examples:");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "--version", "-V"})
  void versionIsALine(String argument) {
    Outcome version = SANDBOX.keyport(folder).run(argument);

    assertThat(version).succeeds().tellsNothing();
    assertThat(version.stdout()).matches("keyport \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
  }

  @Test
  void nearestVerbIsNamed() {
    assertThat(SANDBOX.keyport(folder).run("logn")).endsWith(2).tellsOneError().tells("login");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "whoami --timeout soon",
        "whoami --color purple",
        "whoami extra",
        "login --expires-in never --email a@example.com --password-stdin",
        "login --with-token --email a@example.com",
        "credentials:get",
        "auth",
        "help nosuch"
      })
  void wrongCommandLineIsToldInOneLine(String line) {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    assertThat(keyport.run(line.split(" "))).endsWith(2).answersNothing().tellsOneError();

    assertThat(SANDBOX.get().requests()).isEmpty();
    assertThat(keyport.home().files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HRKU-0a1b2c3d-secret",
        "login HRKU-0a1b2c3d-secret",
        "login --password=HRKU-0a1b2c3d-secret",
        "auth:token HRKU-0a1b2c3d-secret",
        "keys HRKU-0a1b2c3d-secret",
        "credentials:put example.com --login ann HRKU-0a1b2c3d-secret",
        "whoami --json=HRKU-0a1b2c3d-secret",
        "help HRKU-0a1b2c3d-secret"
      })
  void whatIsNotUnderstoodIsNotRepeated(String line) {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    Outcome outcome = keyport.run(line.split(" "));

    assertThat(outcome).endsWith(2).answersNothing().tellsOneError();
    assertThat(outcome.all()).doesNotContain("0a1b2c3d-secret");
    assertThat(keyport.home().files()).isEmpty();
  }
}
