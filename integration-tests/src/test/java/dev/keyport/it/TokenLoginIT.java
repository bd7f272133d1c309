package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Logging in with a token that was made elsewhere: it is kept and forgotten, never revoked. */
class TokenLoginIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @Test
  void defaultTokenIsStoredAndOnlyForgotten() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    String token = SANDBOX.account().defaultToken().orElseThrow();

    assertThat(keyport.runWithInput(token + "\n", "login", "--with-token"))
        .succeeds()
        .answers("Logged in as dev@example.com\n")
        .showsNoSecret();
    assertThat(keyport.run("auth:token")).succeeds().answers("<default token>\n");

    assertThat(keyport.run("logout")).succeeds().tells("still valid").showsNoSecret();
    assertThat(keyport.home().netrc()).isEmptyFile();
    assertThat(SANDBOX.get().isAlive(token)).isTrue();
  }

  @Test
  void pastedTokenIsOnlyForgotten() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    String token =
        SANDBOX.get().issueToken(SANDBOX.account().email(), List.of("global"), Optional.empty());

    assertThat(keyport.runWithInput(token, "login", "--with-token")).succeeds();

    assertThat(keyport.run("logout")).succeeds().tells("still valid", "made elsewhere");
    assertThat(SANDBOX.get().isAlive(token)).isTrue();
  }

  @Test
  void defaultTokenThatSomebodyElseStoredIsOnlyForgotten() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    String token = SANDBOX.account().defaultToken().orElseThrow();
    keyport
        .home()
        .write(".netrc", "machine 127.0.0.1\n  login dev@example.com\n  password " + token + "\n");

    assertThat(keyport.run("logout")).succeeds().tells("still valid", "default token");
    assertThat(SANDBOX.get().isAlive(token)).isTrue();
  }

  @Test
  void deadTokenIsRefused() {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    assertThat(keyport.runWithInput("HRKU-no-such\n", "login", "--with-token"))
        .endsWith(101)
        .answersNothing()
        .tellsOneError();
    assertThat(keyport.home().files()).isEmpty();
  }

  @Test
  void whatIsNoTokenIsRefusedBeforeAnythingIsSent() {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    for (String input : List.of("", "\n", "one\ntwo\n", "with a blank\n")) {
      assertThat(keyport.runWithInput(input, "login", "--with-token")).endsWith(2).tellsOneError();
    }
    assertThat(SANDBOX.get().requests()).isEmpty();
    assertThat(keyport.home().files()).isEmpty();
  }
}
