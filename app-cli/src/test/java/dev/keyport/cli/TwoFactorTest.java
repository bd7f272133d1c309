package dev.keyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.cli.CliRunner.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second factor of the account, and of an app. */
class TwoFactorTest {
  private static final String APP =
      "{\"id\":\"01234567-89ab-cdef-0123-456789abcdef\",\"name\":\"web\","
          + "\"owner\":{\"email\":\"a@b\"},\"region\":{\"name\":\"eu\"}}";

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

  @ParameterizedTest
  @ValueSource(strings = {"2fa", "auth:2fa", "twofactor"})
  void theStateIsTold(String verb) {
    assertThat(cli.run(verb).out()).isEqualTo("Two-factor authentication is not enabled\n");
    assertThat(cli.run(verb, "--json").json().get("two_factor").booleanValue()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2fa:generate", "2fa:disable", "auth:2fa:disable", "twofactor:disable"})
  void whatTheApiHasNoCallForIsAtTheDashboard(String verb) {
    Outcome outcome = cli.run(verb);

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("https://dashboard.heroku.com/account");
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void anAppIsShown() {
    api.answers("GET /apps/web", 200, APP);

    assertThat(cli.run("apps:info", "web").out()).startsWith("Name:    web\n");
    assertThat(cli.run("apps:info", "web", "--json").json().get("region").stringValue())
        .isEqualTo("eu");
    assertThat(cli.run("apps:info", "none").status()).isEqualTo(104);
  }

  @Test
  void aCodeThatNobodyCanBeAskedForIs102() {
    api.answers(
        "GET /apps/web",
        403,
        "{\"id\":\"two_factor\",\"message\":\"A code is needed.\",\"app\":{\"name\":\"web\"}}");

    Outcome outcome = cli.run("apps:info", "web");

    assertThat(outcome.status()).isEqualTo(102);
    assertThat(outcome.err()).contains("A code is needed", "terminal");
    assertThat(api.requests()).containsExactly("GET /apps/web");
  }
}
