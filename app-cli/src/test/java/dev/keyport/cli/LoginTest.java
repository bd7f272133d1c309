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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code login} and {@code logout}: which options go together, and what is said and stored. */
class LoginTest {
  private static final String ID = "fedcba98-7654-3210-fedc-ba9876543210";
  private static final String AUTHORIZATION =
      "{\"id\":\""
          + ID
          + "\",\"description\":\"Keyport login from box\",\"access_token\":{\"token\":\""
          + FakeApi.TOKEN
          + "\",\"expires_in\":2592000}}";

  @TempDir Path home;
  private FakeApi api;
  private CliRunner cli;

  @BeforeEach
  void anApi() throws IOException {
    api = new FakeApi().hasAccount().answers("POST /oauth/authorizations", 201, AUTHORIZATION);
    cli =
        new CliRunner(home)
            .with("HEROKU_API_URL", api.address())
            .with("HEROKU_GIT_HOST", "http://localhost:1")
            .typing("hunter2\n");
  }

  @AfterEach
  void close() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login",
        "login -i",
        "login --email a@example.com",
        "login --password-stdin",
        "login --password-stdin --email a@example.com -i",
        "login --otp 123456",
        "login --otp 123456 --email a@example.com",
        "login --otp 123456 -i",
        "login --with-token -i",
        "login --with-token --email a@example.com",
        "login --with-token --password-stdin",
        "login --with-token --otp 123456",
        "login --with-token --expires-in 8h",
        "login --with-token --browser none",
        "login --with-token --sso acme",
        "login --browser firefox",
        "login --browser none",
        "login --browser none --email a@example.com",
        "login --browser none -i",
        "login --browser none --expires-in 8h",
        "login --browser= --revoke-old",
        "login --sso",
        "login --sso acme",
        "login --sso acme -i",
        "login --sso --expires-in 8h",
        "login --expires-in 8h",
        "login --email a@example.com --password-stdin --expires-in soon",
        "login --email a@example.com --password-stdin --expires-in 0s",
        "login --email a@example.com --password-stdin --timeout soon"
      })
  void optionsThatDoNotGoTogetherEndIn2WithAWayOut(String words) {
    Outcome outcome = cli.run(words.split(" "));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines()).as("a message and a way out").hasSize(2);
    assertThat(outcome.err()).doesNotContain("hunter2", "123456");
    assertThat(api.requests()).isEmpty();
    assertThat(home.resolve(".netrc")).doesNotExist();
  }

  @Test
  void aPasswordOnStdinBecomesAStoredToken() {
    Outcome outcome = cli.run("login", "--email", FakeApi.EMAIL, "--password-stdin");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out().lines()).containsExactly("Logged in as " + FakeApi.EMAIL);
    assertThat(outcome.err())
        .startsWith("Stored in netrc:")
        .contains(" for 127.0.0.1 and localhost, valid until ");
    assertThat(home.resolve(".netrc")).content().contains(FakeApi.TOKEN);
    assertThat(outcome.out() + outcome.err()).doesNotContain("hunter2", FakeApi.TOKEN);
  }

  @Test
  void loginAnswersInJson() {
    Outcome outcome = cli.run("login", "--email", FakeApi.EMAIL, "--password-stdin", "--json");
    assertThat(outcome.json().propertyNames())
        .containsExactly("account", "store", "hosts", "expires_at", "replaced");
    assertThat(outcome.json().get("hosts")).hasSize(2);
    assertThat(outcome.out()).doesNotContain(FakeApi.TOKEN);
  }

  @Test
  void aTokenOnStdinIsCheckedAndStored() {
    Outcome outcome = cli.typing(FakeApi.TOKEN + "\n").run("login", "--with-token");
    assertThat(outcome.out().lines()).containsExactly("Logged in as " + FakeApi.EMAIL);
    assertThat(api.requests()).containsExactly("GET /account");
  }

  @Test
  void aTokenTheApiRefusesIsNotStored() {
    Outcome outcome = cli.typing("HRKU-dead\n").run("login", "--with-token");
    assertThat(outcome.status()).isEqualTo(101);
    assertThat(outcome.err()).doesNotContain("HRKU-dead");
    assertThat(home.resolve(".netrc")).doesNotExist();
  }

  @Test
  void aWrongPasswordIs101() {
    api.answers(
        "POST /oauth/authorizations",
        401,
        "{\"id\":\"unauthorized\",\"message\":\"Invalid credentials: hunter2\"}");
    Outcome outcome = cli.run("login", "--email", FakeApi.EMAIL, "--password-stdin");
    assertThat(outcome.status()).isEqualTo(101);
    assertThat(outcome.err()).doesNotContain("hunter2");
    assertThat(home.resolve(".netrc")).doesNotExist();
  }

  @Test
  void aSecondFactorNobodyCanBeAskedForIs102AndNamesTheOption() {
    api.answers(
        "POST /oauth/authorizations",
        403,
        "{\"id\":\"two_factor\",\"message\":\"Two factor code is required\"}");
    Outcome outcome = cli.run("login", "--email", FakeApi.EMAIL, "--password-stdin");
    assertThat(outcome.status()).isEqualTo(102);
    assertThat(outcome.err()).contains("--otp CODE");
  }

  @Test
  void loginUnderTheEnvironmentsTokenIsRefusedBeforeStdinIsRead() {
    Outcome outcome =
        cli.with("HEROKU_API_KEY", "HRKU-environment")
            .typing("")
            .run("login", "--email", FakeApi.EMAIL, "--password-stdin");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("HEROKU_API_KEY is set", "unset HEROKU_API_KEY first")
        .doesNotContain("HRKU-environment");
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void logoutRevokesWhatTheLoginCreatedAndLeavesTheRestOfTheFile() throws IOException {
    Files.writeString(home.resolve(".netrc"), "# mine\nmachine example.com login a password b\n");
    cli.run("login", "--email", FakeApi.EMAIL, "--password-stdin");
    api.answers("DELETE /oauth/authorizations/" + ID, 200, AUTHORIZATION);
    Outcome outcome = cli.run("logout");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out().lines())
        .containsExactly("Logged out " + FakeApi.EMAIL + "; its token is revoked");
    assertThat(api.requests()).contains("DELETE /oauth/authorizations/" + ID);
    assertThat(home.resolve(".netrc"))
        .content()
        .isEqualTo("# mine\nmachine example.com login a password b\n");
  }

  @Test
  void logoutLocallyRevokesNothingAndSaysSo() {
    cli.run("login", "--email", FakeApi.EMAIL, "--password-stdin");
    Outcome outcome = cli.run("logout", "--local", "--json");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).contains("possibly still valid", ID);
    assertThat(outcome.json().get(0).propertyNames())
        .containsExactly("account", "hosts", "token", "authorization");
    assertThat(outcome.json().get(0).get("token").stringValue()).isEqualTo("still_valid");
    assertThat(api.requests()).noneMatch(call -> call.startsWith("DELETE"));
  }

  @Test
  void logoutOfNobodyIsDone() {
    Outcome outcome = cli.run("logout");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("Nobody was logged in");
    assertThat(api.requests()).isEmpty();
  }
}
