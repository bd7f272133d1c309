package dev.keyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.cli.CliRunner.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs of OAuth clients and browser sessions, with an API in this process. */
class ClientsTest {
  private static final String ID = "01234567-89ab-cdef-0123-456789abcdef";
  private static final String ALL = "/oauth/clients";
  private static final String ONE = ALL + "/" + ID;
  private static final String URI = "https://a.example/";

  @TempDir Path home;
  private FakeApi api;
  private CliRunner cli;

  @BeforeEach
  void anApiAndALogin() throws IOException {
    api = new FakeApi().hasAccount();
    cli = new CliRunner(home).with("HEROKU_API_URL", api.address());
    cli.typing(FakeApi.TOKEN + "\n");
    cli.run("credentials:put", "127.0.0.1", "--login", FakeApi.EMAIL, "--password-stdin");
    cli.typing("");
  }

  @AfterEach
  void close() {
    api.close();
  }

  private static String client(String secret) {
    return "{\"id\":\""
        + ID
        + "\",\"name\":\"app\",\"redirect_uri\":\""
        + URI
        + "\",\"secret\":\""
        + secret
        + "\",\"created_at\":\"2026-01-01T12:00:00Z\"}";
  }

  @Test
  void theListHasNoSecrets() {
    api.answers("GET " + ALL, 200, "[" + client("canary") + "]");

    assertThat(cli.run("clients").out()).isEqualTo("app  " + ID + "  " + URI + "\n");
    Outcome json = cli.run("clients", "--json");
    assertThat(json.json().get(0).propertyNames())
        .containsExactly("id", "name", "redirect_uri", "created_at", "updated_at");
    api.answers("GET " + ALL, 200, "[]");
    Outcome none = cli.run("clients");
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).contains("no OAuth clients");
  }

  @Test
  void makingOnePrintsVariables() {
    api.answers("POST " + ALL, 201, client("canary"));
    String variables = "HEROKU_OAUTH_ID=" + ID + "\nHEROKU_OAUTH_SECRET=canary\n";

    assertThat(cli.run("clients:create", "app", URI).out()).isEqualTo(variables);
    assertThat(cli.run("clients:create", "app", URI, "-s").out()).isEqualTo(variables);
    assertThat(cli.run("clients:create", "app", URI, "--json").json().get("secret"))
        .hasToString("\"canary\"");
  }

  @Test
  void aSecretIsQuotedForTheShell() {
    api.answers("POST " + ALL, 201, client("a;rm'$x"));

    assertThat(cli.run("clients:create", "app", URI).out())
        .endsWith("HEROKU_OAUTH_SECRET='a;rm'\\''$x'\n");
  }

  @Test
  void whatCantBeMadeIsSaidBeforeAnythingIsSent() {
    assertThat(cli.run("clients:create", "app", "http://a.example/").status()).isEqualTo(2);
    assertThat(cli.run("clients:create", "", URI).status()).isEqualTo(2);
    assertThat(cli.run("clients:create", "app").status()).isEqualTo(2);
    assertThat(cli.run("clients:create", "app", URI, "--shell", "--json").status()).isEqualTo(2);
    assertThat(cli.run("clients:update", ID).status()).isEqualTo(2);
    assertThat(cli.run("clients:update", ID, "--url", "nonsense").status()).isEqualTo(2);
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void theSecretIsShownWhereItIsAskedFor() {
    api.answers("GET " + ONE, 200, client("canary"));

    assertThat(cli.run("clients:info", ID).out().lines())
        .containsExactly(
            "Name:         app",
            "ID:           " + ID,
            "Redirect URI: " + URI,
            "Secret:       ****",
            "Created at:   2026-01-01T12:00:00Z");
    assertThat(cli.run("clients:info", ID, "--shell").out()).endsWith("_SECRET=canary\n");
    assertThat(cli.run("clients:info", ID, "--json").json().get("secret"))
        .hasToString("\"canary\"");
  }

  @Test
  void changingAndRemovingShowNone() {
    api.answers("PATCH " + ONE, 200, client("canary"))
        .answers("DELETE " + ONE, 200, client("canary"));

    assertThat(cli.run("clients:update", ID, "-n", "app").out())
        .isEqualTo("Updated " + ID + " app\n");
    assertThat(cli.run("clients:update", ID, "-n", "app", "--json").json().has("secret")).isFalse();
    assertThat(cli.run("clients:destroy", ID).out()).isEqualTo("Destroyed " + ID + " app\n");
    assertThat(cli.run("clients:destroy", ID, "--json").json().has("secret")).isFalse();
  }

  @Test
  void rotatingShowsTheNewSecret() {
    api.answers("POST " + ONE + "/actions/rotate-credentials", 200, client("canary"));

    assertThat(cli.run("clients:rotate", ID).out()).contains("Secret:       canary\n");
    assertThat(cli.run("clients:rotate", ID, "-s").out()).endsWith("_SECRET=canary\n");
    assertThat(cli.run("clients:rotate", ID, "--json").json().get("secret"))
        .hasToString("\"canary\"");
  }

  @Test
  void aSecretThatCouldNotBeShownIsNamedByItsClient() {
    api.answers("POST " + ALL, 201, client("canary"))
        .answers("POST " + ONE + "/actions/rotate-credentials", 200, client("canary"));

    for (Outcome outcome :
        List.of(
            cli.withFullOutput().run("clients:create", "app", URI),
            cli.withFullOutput().run("clients:rotate", ID))) {
      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.err())
          .contains("keyport clients:info " + ID + " --shell")
          .doesNotContain("canary");
    }
  }

  @Test
  void sessionsAreListedAndEnded() {
    String session =
        "{\"id\":\""
            + ID
            + "\",\"description\":\"browser\",\"expires_in\":60,"
            + "\"created_at\":\"2026-01-01T12:00:00Z\"}";
    api.answers("GET /oauth/sessions", 200, "[" + session + "]")
        .answers("DELETE /oauth/sessions/" + ID, 200, session);

    assertThat(cli.run("sessions").out())
        .isEqualTo(ID + "  since 2026-01-01  ends in 1 minute  browser\n");
    assertThat(cli.run("sessions", "--json").json().get(0).propertyNames())
        .containsExactly("id", "description", "expires_in", "created_at");
    Outcome destroyed = cli.run("sessions:destroy", "browser");
    assertThat(destroyed.out()).isEqualTo("Destroyed " + ID + " browser\n");
    assertThat(destroyed.err()).isEmpty();
    api.answers("GET /account", 401, "{\"id\":\"unauthorized\",\"message\":\"No.\"}");
    Outcome own = cli.run("sessions:destroy", ID, "--json");
    assertThat(own.json().get("id")).hasToString("\"" + ID + "\"");
    assertThat(own.json().get("own").booleanValue()).isTrue();
    assertThat(own.err()).contains("log in again with: keyport login");
    api.hasAccount();
    assertThat(cli.run("sessions:destroy", "none").status()).isEqualTo(104);
    api.answers("GET /oauth/sessions", 200, "[]");
    assertThat(cli.run("sessions").err()).contains("no OAuth sessions");
  }
}
