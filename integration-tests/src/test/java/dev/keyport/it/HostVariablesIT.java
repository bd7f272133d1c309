package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Which hosts a login is for. */
class HostVariablesIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @Test
  void herokuHostAsAddressIsBothAndHasOneEntry() {
    KeyportProcess keyport =
        SANDBOX
            .keyport(folder)
            .without("HEROKU_API_URL")
            .without("HEROKU_GIT_HOST")
            .with("HEROKU_HOST", SANDBOX.get().api().toString());

    assertThat(SANDBOX.logIn(keyport)).succeeds();

    assertThat(SANDBOX.secrets().mask(keyport.home().read(".netrc")))
        .isEqualTo(
            """
            machine 127.0.0.1
              login dev@example.com
              password <token>
            """);
  }

  @Test
  void gitHostMayBeAHostAlone() {
    KeyportProcess keyport = SANDBOX.keyport(folder).with("HEROKU_GIT_HOST", "git.example.com");

    assertThat(SANDBOX.logIn(keyport)).succeeds().tells("for 127.0.0.1 and git.example.com");
    assertThat(keyport.run("auth:token", "--host", "git.example.com"))
        .succeeds()
        .answers("<token>\n");
    assertThat(keyport.run("auth:token", "--host", "localhost")).endsWith(100).answersNothing();
  }

  @Test
  void nothingIsSentInTheClear() {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    for (String address :
        new String[] {
          "http://api.example.com", "http://localhost.example.com", "http://127.0.0.1.example.com"
        }) {
      assertThat(SANDBOX.logIn(keyport.with("HEROKU_API_URL", address)))
          .endsWith(2)
          .tellsOneError()
          .tells("HEROKU_API_URL", "http");
      assertThat(SANDBOX.logIn(keyport.with("HEROKU_GIT_HOST", address)))
          .endsWith(2)
          .tellsOneError()
          .tells("HEROKU_GIT_HOST", "http");
    }
    assertThat(keyport.home().files()).isEmpty();
  }

  @Test
  void whatIsNoAddressIsNotRepeated() {
    KeyportProcess keyport =
        SANDBOX.keyport(folder).with("HEROKU_API_URL", "https://me:hunter2@api.example.com");

    Outcome whoami = keyport.run("whoami");

    assertThat(whoami).endsWith(2).tellsOneError().tells("HEROKU_API_URL");
    assertThat(whoami.all()).doesNotContain("hunter2");
  }
}
