package dev.keyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.cli.CliRunner.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code auth:rotate} from arguments to answer, with an API in this process. */
class RotateTest {
  private static final String ID = "01234567-89ab-cdef-0123-456789abcdef";

  @TempDir Path home;
  private FakeApi api;
  private CliRunner cli;

  @BeforeEach
  void anApiAndALogin() throws IOException {
    api = new FakeApi().hasAccount().answers("GET /oauth/authorizations", 200, "[]");
    cli = new CliRunner(home).with("HEROKU_API_URL", api.address());
    cli.typing(FakeApi.TOKEN + "\n");
    cli.run("credentials:put", "127.0.0.1", "--login", FakeApi.EMAIL, "--password-stdin");
    cli.typing("");
  }

  @AfterEach
  void close() {
    api.close();
  }

  /** The token of an authorization made now is one that the API does not take. */
  private void makesDeadTokens() {
    api.answers(
        "POST /oauth/authorizations",
        201,
        "{\"id\":\"" + ID + "\",\"access_token\":{\"token\":\"HRKU-canary-other\"}}");
  }

  @Test
  void aTokenThatTheApiDoesNotTakeLeavesTheOldOne() throws IOException {
    String before = Files.readString(home.resolve(".netrc"));
    makesDeadTokens();

    Outcome outcome = cli.run("auth:rotate");

    assertThat(outcome.status()).isEqualTo(122);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains(ID).doesNotContain("canary");
    assertThat(Files.readString(home.resolve(".netrc"))).isEqualTo(before);
  }

  @Test
  void whatIsAskedForIsCheckedFirst() throws IOException {
    assertThat(cli.run("auth:rotate", "--expires-in", "soon").status()).isEqualTo(2);
    assertThat(cli.run("auth:rotate", "now").status()).isEqualTo(2);
    Files.delete(home.resolve(".netrc"));
    Outcome outcome = cli.run("--json", "auth:rotate");
    assertThat(outcome.status()).isEqualTo(100);
    assertThat(outcome.error().get("code").stringValue()).isEqualTo("not-logged-in");
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void anApiThatRefusesLeavesTheOldToken() {
    api.answers(
        "POST /oauth/authorizations", 403, "{\"id\":\"forbidden\",\"message\":\"Not global.\"}");

    Outcome outcome = cli.run("auth:rotate");

    assertThat(outcome.status()).isEqualTo(103);
    assertThat(outcome.err()).contains("Not global");
    assertThat(api.requests())
        .containsExactly("GET /oauth/authorizations", "POST /oauth/authorizations");
  }
}
