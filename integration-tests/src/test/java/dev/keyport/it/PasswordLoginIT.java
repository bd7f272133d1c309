package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The main job: log in with a password from stdin; curl and scripts have the credential. */
class PasswordLoginIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @Test
  void netrcHasOneEntryForTheApiAndOneForGit() throws IOException {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    Outcome login = SANDBOX.logIn(keyport);

    assertThat(login)
        .succeeds()
        .answers("Logged in as dev@example.com\n")
        .tells("Stored in netrc:" + keyport.home().netrc(), " for 127.0.0.1 and localhost, valid")
        .showsNoSecret();
    assertThat(SANDBOX.secrets().mask(keyport.home().read(".netrc")))
        .isEqualTo(
            """
            machine 127.0.0.1
              login dev@example.com
              password <token>
            machine localhost
              login dev@example.com
              password <token>
            """);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyport.home().netrc())))
        .isEqualTo("rw-------");
  }

  @Test
  void curlReadsTheNetrc() {
    Needed.command("curl");
    KeyportProcess keyport = SANDBOX.loggedIn(folder);

    Outcome apps =
        keyport.shell(
            "curl -sS -n -o apps.json -w '%{http_code}' -H 'Accept: application/json' "
                + SANDBOX.get().api()
                + "/apps");

    assertThat(apps).succeeds().answers("200");
    assertThat(keyport.home().read("apps.json")).contains("\"keyport-demo\"");
  }

  @Test
  void tokenIsPrintedAndNothingElse() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);

    assertThat(keyport.run("auth:token")).succeeds().answers("<token>\n").tellsNothing();

    assertThat(keyport.shell("test \"$(keyport auth:token)\" = " + keyport.home().token()))
        .succeeds();
  }

  @Test
  void wrongPasswordStoresNothing() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    int before = SANDBOX.live().size();

    Outcome login =
        keyport.runWithInput("wrong\n", RunningSandbox.loginArguments(SANDBOX.account()));

    assertThat(login).endsWith(101).answersNothing().tellsOneError();
    assertThat(keyport.home().files()).isEmpty();
    assertThat(SANDBOX.live()).hasSize(before);
  }

  @Test
  void loginLastsThirtyDaysUnlessToldOtherwise() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    assertThat(newest("expires_in")).isEqualTo(2_592_000);

    assertThat(SANDBOX.logIn(keyport, "--expires-in", "8h")).succeeds();
    assertThat(newest("expires_in")).isEqualTo(28_800);
  }

  private static int newest(String field) {
    var posts = SANDBOX.requests("POST", "/oauth/authorizations");
    return posts.get(posts.size() - 1).body().path(field).asInt();
  }
}
