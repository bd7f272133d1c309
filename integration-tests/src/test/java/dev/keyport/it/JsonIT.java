package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * --json: one document on stdout, with stable names and no secret but where that is the purpose.
 */
class JsonIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @Test
  void loginStatusWhoamiLogout() {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    JsonNode login = answer(SANDBOX.logIn(keyport, "--json"));
    assertThat(names(login)).containsExactly("account", "store", "hosts", "expires_at", "replaced");
    assertThat(login.path("account").asString()).isEqualTo("dev@example.com");
    assertThat(login.path("hosts").size()).isEqualTo(2);
    assertThat(login.path("expires_at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}Z");

    JsonNode whoami = answer(keyport.run("whoami", "--json"));
    assertThat(names(whoami)).containsExactly("account", "id", "two_factor");

    JsonNode status = answer(keyport.run("--json", "auth:status"));
    assertThat(names(status))
        .containsExactly(
            "api",
            "profile",
            "account",
            "store",
            "store_state",
            "store_reason",
            "store_warnings",
            "source",
            "validity",
            "expires_at",
            "problem");
    assertThat(status.path("validity").asString()).isEqualTo("valid");
    assertThat(status.path("store_state").asString()).isEqualTo("ready");

    JsonNode logout = answer(keyport.run("logout", "--json"));
    assertThat(names(logout.path(0))).containsExactly("account", "hosts", "token", "authorization");
    assertThat(logout.path(0).path("token").asString()).isEqualTo("revoked");
    assertThat(answer(keyport.run("logout", "--json")).values()).isEmpty();
  }

  @Test
  void tokenIsThePurpose() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);

    Outcome token = keyport.run("auth:token", "--json");

    assertThat(token).succeeds().tellsNothing();
    assertThat(names(token.json())).containsExactly("token", "account", "source", "expires_at");
    assertThat(token.json().path("token").asString()).isEqualTo(Secrets.TOKEN);
  }

  @Test
  void appsAndKeys() {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);

    JsonNode apps = answer(keyport.run("apps", "--json"));
    assertThat(names(apps.path(0)))
        .containsExactly("id", "name", "owner", "region", "git_url", "web_url");
    assertThat(apps.findValuesAsString("name")).contains("keyport-demo", "keyport-worker");

    Needed.command("ssh-keygen");
    assertThat(keyport.shell("ssh-keygen -q -t ed25519 -N '' -C me -f key")).succeeds();
    String[] fields = {"id", "comment", "fingerprint", "sha256", "public_key"};
    JsonNode added = answer(keyport.run("keys:add", "key.pub", "--json"));
    assertThat(names(added)).containsExactly(fields);
    JsonNode listed = answer(keyport.run("keys", "--json"));
    assertThat(listed.path(0)).isEqualTo(added);
    assertThat(answer(keyport.run("keys:remove", "me", "--json"))).isEqualTo(added);
    assertThat(answer(keyport.run("keys:clear", "--json")).values()).isEmpty();
  }

  @Test
  void credentials() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    String[] put = {
      "credentials:put", "example.com", "--login", "ann", "--password-stdin", "--json"
    };

    JsonNode stored = answer(keyport.runWithInput(SANDBOX.account().password(), put));
    assertThat(names(stored)).containsExactly("host", "login");
    assertThat(answer(keyport.run("credentials", "--json")).path(0)).isEqualTo(stored);

    Outcome got = keyport.run("credentials:get", "example.com", "--json");
    assertThat(got).succeeds();
    assertThat(names(got.json())).containsExactly("host", "login", "password", "account");
    assertThat(got.json().path("password").asString()).isEqualTo(Secrets.PASSWORD);

    JsonNode removed = answer(keyport.run("credentials:remove", "example.com", "--json"));
    assertThat(removed.path(0)).isEqualTo(stored);
  }

  @Test
  void version() {
    assertThat(names(answer(SANDBOX.keyport(folder).run("version", "--json"))))
        .containsExactly("version");
  }

  @Test
  void errorsAreJsonOnStderr() {
    KeyportProcess keyport = SANDBOX.keyport(folder);

    Outcome absent = keyport.run("whoami", "--json");
    assertThat(absent).endsWith(100).answersNothing();
    assertThat(names(absent.error())).containsExactly("code", "message", "hint", "exit");
    assertThat(absent.error().path("code").asString()).isEqualTo("not-logged-in");
    assertThat(absent.error().path("exit").asInt()).isEqualTo(100);

    Outcome unknown = keyport.run("whoami", "--no-such", "--json");
    assertThat(unknown).endsWith(2).answersNothing();
    assertThat(unknown.error().path("code").asString()).isEqualTo("usage");

    Outcome wrong =
        keyport.runWithInput("wrong", RunningSandbox.loginArguments(SANDBOX.account(), "--json"));
    assertThat(wrong).endsWith(101).answersNothing();
    assertThat(wrong.error().path("code").asString()).isEqualTo("rejected");
  }

  private static JsonNode answer(Outcome outcome) {
    assertThat(outcome).succeeds().showsNoSecret();
    return outcome.json();
  }

  private static Collection<String> names(JsonNode document) {
    return document.propertyNames();
  }
}
