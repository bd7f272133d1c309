package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.Fault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Logging out ends what login began, and nothing else. */
class LogoutIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @Test
  void tokenIsDeadAndBothEntriesAreGone() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    String token = keyport.home().token();

    assertThat(keyport.run("logout"))
        .succeeds()
        .answers("Logged out dev@example.com; its token is revoked\n")
        .tellsNothing();

    assertThat(SANDBOX.get().isAlive(token)).isFalse();
    assertThat(keyport.run("auth:token")).endsWith(100).answersNothing().tellsOneError();
    assertThat(keyport.run("credentials")).succeeds().answersNothing();
  }

  @Test
  void nobodyLoggedInIsSuccess() {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    assertThat(keyport.run("logout")).succeeds().answersNothing().tells("Nobody was logged in");

    assertThat(keyport.home().files()).isEmpty();
    assertThat(SANDBOX.get().requests()).isEmpty();
  }

  @Test
  void tokenThatWasRevokedAlreadyIsSuccess() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    SANDBOX.get().revoke(keyport.home().token());

    assertThat(keyport.run("logout")).succeeds().tellsNothing();

    assertThat(keyport.run("credentials")).succeeds().answersNothing();
  }

  @Test
  void entriesGoWhenTheApiFailsAndWhatIsStillValidIsNamed() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    String token = keyport.home().token();
    SANDBOX.get().faults().add(Fault.status(500, "*", "/oauth/**").times(10));

    assertThat(keyport.run("logout"))
        .succeeds()
        .answers("Logged out dev@example.com\n")
        .tells("still valid", SANDBOX.authorizationOf(token));

    assertThat(keyport.run("credentials")).succeeds().answersNothing();
    assertThat(SANDBOX.get().isAlive(token)).isTrue();
  }

  @Test
  void entriesGoWhenTheApiIsDownAndWhatIsStillValidIsNamed() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    String token = keyport.home().token();

    assertThat(keyport.with("HEROKU_API_URL", ClosedPort.address()).run("logout"))
        .succeeds()
        .tells("still valid", SANDBOX.authorizationOf(token));

    assertThat(keyport.run("credentials")).succeeds().answersNothing();
  }

  @Test
  void localRevokesNothing() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    String token = keyport.home().token();
    SANDBOX.get().clearRequests();

    assertThat(keyport.run("logout", "--local"))
        .succeeds()
        .tells("still valid", SANDBOX.authorizationOf(token));

    assertThat(SANDBOX.get().requests()).isEmpty();
    assertThat(SANDBOX.get().isAlive(token)).isTrue();
    assertThat(keyport.run("credentials")).succeeds().answersNothing();
  }

  @Test
  void otherTokensOfTheAccountStayAlive() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    List<String> others =
        SANDBOX.live().stream()
            .map(live -> live.token())
            .filter(token -> !token.equals(keyport.home().token()))
            .toList();

    assertThat(keyport.run("logout")).succeeds();

    assertThat(others).isNotEmpty().allMatch(SANDBOX.get()::isAlive);
  }
}
