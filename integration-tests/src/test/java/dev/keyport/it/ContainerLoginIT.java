package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import tools.jackson.databind.JsonNode;

/** The packaged command against an API that is not of its own machine's making. */
@ExtendWith(SandboxImage.class)
@Testcontainers
class ContainerLoginIT {
  @Container static final SandboxContainer SANDBOX = new SandboxContainer();

  @TempDir Path folder;

  @Test
  void fromLoginToLogout() {
    Needed.command("curl");
    JsonNode ready = SANDBOX.ready();
    String email = ready.path("email").asString();
    Secrets secrets = new Secrets(() -> SANDBOX.liveTokens(email));
    secrets.add(ready.path("password").asString(), Secrets.PASSWORD);
    KeyportProcess keyport =
        KeyportProcess.in(
            Home.in(folder),
            secrets,
            Map.of(
                "HEROKU_API_URL", SANDBOX.api().toString(),
                "HEROKU_GIT_HOST", SANDBOX.git().toString()));

    assertThat(
            keyport.runWithInput(
                ready.path("password").asString() + "\n",
                "login",
                "--email",
                email,
                "--password-stdin"))
        .succeeds()
        .answers("Logged in as " + email + "\n")
        .showsNoSecret();
    assertThat(keyport.run("whoami")).succeeds().answers(email + "\n");
    assertThat(keyport.run("apps", "--json").json().findValuesAsString("name"))
        .containsExactly("keyport-demo", "keyport-worker");
    assertThat(keyport.run("keys", "--json").json()).isEmpty();
    assertThat(keyport.run("auth:token")).succeeds().answers(Secrets.TOKEN + "\n");
    String account = "curl -nsS -w '%{http_code}' -o /dev/null " + SANDBOX.api() + "/account";
    assertThat(keyport.shell(account)).succeeds().answers("200");
    assertThat(SANDBOX.liveTokens(email)).contains(keyport.home().token());

    String token = keyport.home().token();
    assertThat(keyport.run("logout")).succeeds().showsNoSecret();

    assertThat(SANDBOX.liveTokens(email)).doesNotContain(token);
    assertThat(keyport.run("whoami")).endsWith(100);
    assertThat(keyport.home().read(".netrc")).doesNotContain(email);
  }
}
