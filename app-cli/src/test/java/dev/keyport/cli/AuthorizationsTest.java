package dev.keyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.cli.CliRunner.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs of OAuth authorizations from arguments to answer, with an API in this process. */
class AuthorizationsTest {
  private static final String ALL = "/oauth/authorizations";
  private static final String ID = "01234567-89ab-cdef-0123-456789abcdef";
  private static final String OTHER = "11111111-2222-3333-4444-555555555555";
  private static final String MADE = "HRKU-canary-made-just-now-0815";
  private static final String MASK = "HRKU-can**********0815";
  private static final String CLIENT_SECRET = "canary-client-secret";

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

  private static String one(String id, String description, String token) {
    return "{\"id\":\""
        + id
        + "\",\"description\":\""
        + description
        + "\",\"scope\":[\"read\",\"identity\"],\"client\":null,\"access_token\":{\"token\":\""
        + token
        + "\",\"expires_in\":7200},\"updated_at\":\"2026-01-01T12:00:00Z\"}";
  }

  private static void refused(Outcome outcome, int status) {
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("keyport: ").doesNotContain("canary");
  }

  @Test
  void theListMasksWhatTheApiGaveInFull() {
    api.answers(
        "GET " + ALL, 200, "[" + one(ID, "deploy", MADE) + "," + one(OTHER, "ci", MASK) + "]");

    Outcome list = cli.run("authorizations");
    assertThat(list.out().lines())
        .containsExactly(OTHER + "  read,identity  ci", ID + "  read,identity  deploy");
    Outcome json = cli.run("authorizations", "--json");
    assertThat(json.json().get(1).propertyNames())
        .containsExactly(
            "id", "description", "scope", "client", "token", "expires_in", "updated_at");
    assertThat(json.json().get(1).get("token").stringValue()).isEqualTo(MASK);
    assertThat(json.json().get(1).get("expires_in").intValue()).isEqualTo(7200);
    assertThat(list.out() + json.out()).doesNotContain(MADE);
  }

  @Test
  void anEmptyListIsSaid() {
    api.answers("GET " + ALL, 200, "[]");

    Outcome list = cli.run("authorizations");
    assertThat(list.status()).isZero();
    assertThat(list.out()).isEmpty();
    assertThat(list.err()).contains("no OAuth authorizations");
    assertThat(cli.run("authorizations", "--json").json().isArray()).isTrue();
  }

  @Test
  void makingOneShowsItsToken() {
    api.answers("POST " + ALL, 201, one(ID, "deploy", MADE));

    Outcome made =
        cli.run("authorizations:create", "-d", "deploy", "-s", "read,identity", "-e", "7200");
    assertThat(made.status()).isZero();
    assertThat(made.out().lines())
        .containsExactly(
            "Client:      <none>",
            "ID:          " + ID,
            "Description: deploy",
            "Scope:       read,identity",
            "Token:       " + MADE,
            "Expires:     in 2 hours",
            "Updated at:  2026-01-01T12:00:00Z");
    assertThat(cli.run("authorizations:create", "--short").out()).isEqualTo(MADE + "\n");
    assertThat(cli.run("authorizations:create", "-S", "-e", "8h").out()).isEqualTo(MADE + "\n");
    assertThat(cli.run("authorizations:create", "--json").json().get("token").stringValue())
        .isEqualTo(MADE);
  }

  @Test
  void whatCantBeMadeIsSaid() {
    refused(cli.run("authorizations:create", "-e", "soon"), 2);
    refused(cli.run("authorizations:create", "-e", "0"), 2);
    refused(cli.run("authorizations:create", "-s", "read,,write"), 2);
    assertThat(cli.run("authorizations:create", "--short", "--json").status()).isEqualTo(2);
    assertThat(api.requests()).isEmpty();
    api.answers("POST " + ALL, 422, "{\"id\":\"invalid_params\",\"message\":\"Unknown scope.\"}");
    Outcome unknown = cli.run("authorizations:create", "-s", "everything");
    refused(unknown, 1);
    assertThat(unknown.err()).contains("Unknown scope", "scopes are: global, identity");
  }

  @Test
  void aTokenThatCouldNotBeShownIsNamedByItsAuthorization() {
    api.answers("POST " + ALL, 201, one(ID, "deploy", MADE))
        .answers("GET " + ALL + "/" + ID, 200, one(ID, "deploy", MASK))
        .answers("POST " + ALL + "/" + ID + "/actions/regenerate-tokens", 200, one(ID, "d", MADE));

    Outcome made = cli.withFullOutput().run("authorizations:create", "--short");
    refused(made, 1);
    assertThat(made.err()).contains("keyport authorizations:revoke " + ID);
    Outcome rotated = cli.withFullOutput().run("authorizations:rotate", ID, "--json");
    assertThat(rotated.error().get("hint").stringValue())
        .contains("keyport authorizations:rotate " + ID);
    assertThat(rotated.err()).doesNotContain("canary");
  }

  @Test
  void oneIsShownMasked() {
    api.answers("GET " + ALL + "/" + ID, 200, one(ID, "deploy", MADE));

    Outcome shown = cli.run("authorizations:info", ID);
    assertThat(shown.out()).contains("Token:       " + MASK + "\n").doesNotContain(MADE);
    assertThat(cli.run("authorizations:info", ID, "--json").json().get("token").stringValue())
        .isEqualTo(MASK);
    assertThat(cli.run("authorizations:info", OTHER).status()).isEqualTo(104);
    refused(cli.run("authorizations:info"), 2);
  }

  @Test
  void theClientsSecretComesFromStdin() {
    api.answers("PATCH " + ALL + "/" + ID, 200, one(ID, "renamed", MASK));

    assertThat(cli.run("authorizations:update", ID, "-d", "renamed").out())
        .contains("Description: renamed\n");
    cli.typing(CLIENT_SECRET + "\n");
    Outcome given =
        cli.run("authorizations:update", ID, "--client-id", OTHER, "--client-secret-stdin");
    assertThat(given.status()).isZero();
    assertThat(given.out() + given.err()).doesNotContain(CLIENT_SECRET);
    cli.typing("");
    refused(cli.run("authorizations:update", ID), 2);
    refused(cli.run("authorizations:update", ID, "--client-id", OTHER), 2);
    refused(cli.run("authorizations:update", ID, "--client-secret-stdin"), 2);
    Outcome argument =
        cli.run("authorizations:update", ID, "--client-id", OTHER, "--client-secret", "canary");
    refused(argument, 2);
    assertThat(argument.err()).contains("--client-secret-stdin");
    assertThat(api.requests()).hasSize(2);
  }

  @Test
  void rotatingShowsTheNewToken() {
    api.answers("GET " + ALL, 200, "[" + one(ID, "deploy", MASK) + "]")
        .answers(
            "POST " + ALL + "/" + ID + "/actions/regenerate-tokens", 200, one(ID, "deploy", MADE));

    assertThat(cli.run("authorizations:rotate", "deploy").out()).contains(MADE);
    assertThat(cli.run("authorizations:rotate", "deploy", "--json").json().get("token"))
        .hasToString("\"" + MADE + "\"");
  }

  @Test
  void revokingHasTwoNames() {
    api.answers("GET " + ALL, 200, "[" + one(ID, "deploy", MASK) + "]")
        .answers("DELETE " + ALL + "/" + ID, 200, one(ID, "deploy", MASK));

    for (String verb : new String[] {"authorizations:revoke", "authorizations:destroy"}) {
      assertThat(cli.run(verb, "deploy").out()).isEqualTo("Revoked " + ID + " deploy\n");
    }
    assertThat(cli.run("authorizations", "revoke", "deploy", "--json").json().get("id"))
        .hasToString("\"" + ID + "\"");
    refused(cli.run("authorizations:revoke", "none"), 104);
  }

  @Test
  void theStoredLoginsOwnIsRefused() {
    String own = one(ID, "login", FakeApi.TOKEN.substring(0, 8) + "**********51c7");
    api.answers("GET " + ALL, 200, "[" + own + "]");

    for (String verb : new String[] {"rotate", "revoke"}) {
      Outcome outcome = cli.run("authorizations:" + verb, "login");
      assertThat(outcome.status()).isEqualTo(2);
      assertThat(outcome.err()).contains("keyport auth:rotate", "keyport logout");
    }
    assertThat(api.requests()).containsOnly("GET " + ALL);
  }
}
