package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** HEROKU_API_KEY wins over every login, is never written and never revoked. */
class EnvironmentTokenIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  private String token = "";

  @BeforeEach
  void issueToken() {
    token =
        SANDBOX.get().issueToken(SANDBOX.account().email(), List.of("global"), Optional.empty());
  }

  @Test
  void loginIsRefusedWithTheReason() {
    KeyportProcess keyport = SANDBOX.keyport(folder).with("HEROKU_API_KEY", token);

    assertThat(SANDBOX.logIn(keyport)).endsWith(2).tellsOneError().tells("HEROKU_API_KEY");

    assertThat(keyport.home().files()).isEmpty();
    assertThat(SANDBOX.get().requests()).isEmpty();
  }

  @Test
  void tokenInForceIsTheEnvironments() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder).with("HEROKU_API_KEY", token);

    assertThat(keyport.run("auth:token")).succeeds().answers("<token>\n").tells("HEROKU_API_KEY");
    assertThat(keyport.shell("test \"$(keyport auth:token)\" = \"$HEROKU_API_KEY\"")).succeeds();
    assertThat(keyport.run("whoami"))
        .succeeds()
        .answers("dev@example.com\n")
        .tells("warning: HEROKU_API_KEY is set");
  }

  @Test
  void refusedTokenIsNamedByItsVariable() {
    KeyportProcess keyport = SANDBOX.keyport(folder).with("HEROKU_API_KEY", "HRKU-no-such");

    assertThat(keyport.run("whoami")).endsWith(101).tells("HEROKU_API_KEY", "unset");
  }

  @Test
  void logoutActsOnTheStoredLoginOnly() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    String stored = keyport.home().token();

    assertThat(keyport.with("HEROKU_API_KEY", token).run("logout"))
        .succeeds()
        .answers("Logged out dev@example.com; its token is revoked\n")
        .tells("HEROKU_API_KEY is still set");

    assertThat(SANDBOX.get().isAlive(stored)).isFalse();
    assertThat(SANDBOX.get().isAlive(token)).isTrue();
    assertThat(keyport.run("auth:token")).endsWith(100);
  }
}
