package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.Fault;
import dev.keyport.sandbox.FaultKind;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An API that fails, babbles, or isn't there. */
class BrokenApiIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"HTML", "BAD_JSON", "EMPTY"})
  void answerThatMakesNoSense(FaultKind kind) {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    SANDBOX.get().faults().add(Fault.once(kind, "GET", "/account").times(10));

    assertThat(keyport.run("whoami"))
        .endsWith(122)
        .answersNothing()
        .tellsOneError()
        .tells("status 200")
        .showsNoSecret();
  }

  @Test
  void answerThatMakesNoSenseCanBeAskedAbout() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    SANDBOX.get().faults().add(Fault.status(200, "GET", "/account").withBody("<html>"));

    assertThat(keyport.run("whoami")).endsWith(122).tellsOneError().tells("Request-Id ");
  }

  @Test
  void apiThatFailsIsAskedAgainAndThenGivenUp() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    SANDBOX.get().faults().add(Fault.status(500, "GET", "/account").times(10));
    SANDBOX.get().clearRequests();

    assertThat(keyport.run("whoami"))
        .endsWith(122)
        .answersNothing()
        .tellsOneError()
        .tells("status 500", "Request-Id")
        .showsNoSecret();
    assertThat(SANDBOX.requests("GET", "/account")).hasSizeGreaterThan(1);

    SANDBOX.get().faults().clear();
    SANDBOX.get().faults().add(Fault.status(503, "GET", "/account"));
    assertThat(keyport.run("whoami")).succeeds().answers("dev@example.com\n");
  }

  @Test
  void tooManyRequests() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    SANDBOX.get().faults().add(Fault.once(FaultKind.RATE_LIMIT, "GET", "/apps").times(10));

    assertThat(keyport.run("apps"))
        .endsWith(121)
        .answersNothing()
        .tellsOneError()
        .tells("status 429", "try again");
  }

  @Test
  void nobodyThere() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    String address = ClosedPort.address();

    assertThat(keyport.with("HEROKU_API_URL", address).run("whoami"))
        .endsWith(120)
        .answersNothing()
        .tellsOneError()
        .tells("127.0.0.1")
        .showsNoSecret();
    assertThat(SANDBOX.logIn(keyport.with("HEROKU_API_URL", address)))
        .endsWith(120)
        .tellsOneError()
        .showsNoSecret();
  }

  @Test
  void noSuchName() {
    KeyportProcess keyport =
        SANDBOX.keyport(folder).with("HEROKU_API_URL", "https://api.keyport.invalid");
    keyport.home().write(".netrc", "machine api.keyport.invalid login me password p\n");

    assertThat(keyport.run("whoami", "--timeout", "20s"))
        .endsWith(120)
        .tellsOneError()
        .tells("api.keyport.invalid");
  }

  @Test
  void silenceEndsWithTheTimeOut() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    SANDBOX
        .get()
        .faults()
        .add(
            Fault.once(FaultKind.LATENCY, "GET", "/account")
                .times(10)
                .withLatency(Duration.ofMinutes(10)));

    assertThat(keyport.run("whoami", "--timeout", "2s"))
        .endsWith(120)
        .answersNothing()
        .tellsOneError()
        .showsNoSecret();
  }

  @ParameterizedTest
  @EnumSource(names = {"DROP", "TRUNCATED"})
  void connectionThatBreaks(FaultKind kind) {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    SANDBOX.get().faults().add(Fault.once(kind, "GET", "/account").times(10));

    Outcome whoami = keyport.run("whoami");

    assertThat(whoami.exit()).as("exit status of %s", whoami).isIn(120, 122);
    assertThat(whoami).endsWith(whoami.exit()).answersNothing().tellsOneError().showsNoSecret();
  }

  @Test
  void loginThatTheApiBreaksOffLeavesNothing() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    int live = SANDBOX.live().size();
    SANDBOX.get().faults().add(Fault.status(500, "GET", "/account").times(10));

    assertThat(SANDBOX.logIn(keyport))
        .endsWith(122)
        .answersNothing()
        .tellsOneError()
        .tells("revoked")
        .showsNoSecret();

    assertThat(keyport.home().files()).doesNotContain(".netrc");
    assertThat(SANDBOX.live()).hasSize(live);
  }

  @Test
  void loginThatWasNeverAnsweredStoresNothing() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    SANDBOX.get().faults().add(Fault.once(FaultKind.HTML, "POST", "/oauth/authorizations"));

    assertThat(SANDBOX.logIn(keyport)).endsWith(122).answersNothing().tellsOneError();

    assertThat(keyport.home().files()).isEmpty();
  }
}
