package dev.keyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.cli.CliRunner.Outcome;
import dev.keyport.cli.io.Streams;
import dev.keyport.domain.settings.Machine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Verbs from arguments to answer, with a netrc file and an API in this process. */
class CliTest {
  private static final String ID = "01234567-89ab-cdef-0123-456789abcdef";
  private static final String BLOB =
      "AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";
  private static final String KEY =
      "{\"id\":\""
          + ID
          + "\",\"public_key\":\"ssh-ed25519 "
          + BLOB
          + " ann@laptop\",\"comment\":\"ann@laptop\","
          + "\"fingerprint\":\"7d:bb:42:c5:08:2f:a9:55:20:14:d7:fa:1f:f5:0f:ee\"}";

  @TempDir Path home;
  private FakeApi api;
  private CliRunner cli;

  @BeforeEach
  void anApiAndALogin() throws IOException {
    api = new FakeApi().hasAccount();
    cli =
        new CliRunner(home)
            .with("HEROKU_API_URL", api.address())
            .with("HEROKU_GIT_HOST", "http://localhost:1");
    for (String host : List.of("127.0.0.1", "localhost")) {
      cli.typing(FakeApi.TOKEN + "\n");
      assertThat(
              cli.run("credentials:put", host, "--login", FakeApi.EMAIL, "--password-stdin")
                  .status())
          .isZero();
    }
    cli.typing("");
  }

  @AfterEach
  void close() {
    api.close();
  }

  private static void isOne(Outcome outcome, String line) {
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines()).containsExactly(line);
    assertThat(outcome.status()).isZero();
  }

  private void logsOut() throws IOException {
    Files.delete(home.resolve(".netrc"));
  }

  private void tokenIsRefused() {
    cli.typing("HRKU-dead\n");
    cli.run("credentials:put", "127.0.0.1", "--login", FakeApi.EMAIL, "--password-stdin");
    cli.typing("");
  }

  @Test
  void whoamiIsTheEmail() {
    isOne(cli.run("whoami"), FakeApi.EMAIL);
    isOne(cli.run("auth:whoami"), FakeApi.EMAIL);
    Outcome json = cli.run("whoami", "--json");
    assertThat(json.json().propertyNames()).containsExactly("account", "id", "two_factor");
    assertThat(json.json().get("account").stringValue()).isEqualTo(FakeApi.EMAIL);
    assertThat(json.json().get("two_factor").booleanValue()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"whoami", "apps", "keys", "auth:token", "auth:token --check"})
  void notLoggedInIs100(String words) throws IOException {
    logsOut();
    Outcome outcome = cli.run(words.split(" "));
    assertThat(outcome.status()).isEqualTo(100);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines())
        .containsExactly(
            "keyport: not logged in: netrc:"
                + home.resolve(".netrc")
                + " has no credential for 127.0.0.1",
            "  log in with: keyport login");
    assertThat(api.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"whoami", "apps", "keys", "auth:token --check"})
  void aTokenTheApiRefusesIs101(String words) {
    tokenIsRefused();
    Outcome outcome = cli.run(words.split(" "));
    assertThat(outcome.status()).isEqualTo(101);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("log in again with: keyport login").doesNotContain("HRKU-");
    Outcome json = cli.run(("--json " + words).split(" "));
    assertThat(json.error().get("code").stringValue()).isEqualTo("rejected");
    assertThat(json.error().get("exit").intValue()).isEqualTo(101);
    assertThat(json.out()).isEmpty();
  }

  @Test
  void theTokenIsPrintedAloneWithoutAskingTheApi() {
    isOne(cli.run("auth:token"), FakeApi.TOKEN);
    isOne(cli.run("auth", "token", "--host", "localhost"), FakeApi.TOKEN);
    assertThat(api.requests()).isEmpty();
    Outcome json = cli.run("auth:token", "--json");
    assertThat(json.json().propertyNames())
        .containsExactly("token", "account", "source", "expires_at");
    assertThat(json.json().get("token").stringValue()).isEqualTo(FakeApi.TOKEN);
    assertThat(json.json().get("account").stringValue()).isEqualTo(FakeApi.EMAIL);
    assertThat(json.json().get("expires_at").isNull()).isTrue();
  }

  @Test
  void theTokenIsPrintedOnceTheApiTookIt() {
    isOne(cli.run("auth:token", "--check"), FakeApi.TOKEN);
    assertThat(api.requests()).containsExactly("GET /account");
  }

  @Test
  void checkingAnotherHostsTokenIsRefused() {
    assertThat(cli.run("auth:token", "--check", "--host", "localhost").status()).isEqualTo(2);
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void theEnvironmentsTokenWinsAndThatIsSaid() {
    Outcome outcome = cli.with("HEROKU_API_KEY", "HRKU-from-environment").run("auth:token");
    assertThat(outcome.out().lines()).containsExactly("HRKU-from-environment");
    assertThat(outcome.err().lines())
        .containsExactly(
            "warning: HEROKU_API_KEY is set: its token is used in place of any stored login");
  }

  @Test
  void statusTellsOfALoginThatWorks() {
    Outcome outcome = cli.run("auth:status");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .contains("API:      " + api.address(), "Account:  " + FakeApi.EMAIL, ", valid")
        .doesNotContain("Problem", FakeApi.TOKEN);
    Outcome json = cli.run("auth:status", "--json");
    assertThat(json.json().propertyNames())
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
    assertThat(json.json().get("validity").stringValue()).isEqualTo("valid");
    assertThat(json.json().get("problem").isNull()).isTrue();
    assertThat(json.out()).doesNotContain(FakeApi.TOKEN);
  }

  @Test
  void statusEndsInWhatIsInTheWay() throws IOException {
    tokenIsRefused();
    Outcome refused = cli.run("auth:status", "--json");
    assertThat(refused.status()).isEqualTo(101);
    assertThat(refused.json().get("validity").stringValue()).isEqualTo("refused");
    assertThat(refused.json().get("problem").stringValue()).isEqualTo("rejected");
    logsOut();
    Outcome none = cli.run("auth:status");
    assertThat(none.status()).isEqualTo(100);
    assertThat(none.out()).contains("Token:    none", "log in with: keyport login");
  }

  @Test
  void appsAreATable() {
    api.answers(
        "GET /apps", 200, "[" + app("zebra", "us") + "," + app("a-longer-name", "eu") + "]");
    Outcome table = cli.run("apps");
    assertThat(table.out().lines())
        .containsExactly(
            "a-longer-name  eu  ann@example.com", "zebra          us  ann@example.com");
    Outcome json = cli.run("apps", "--json");
    assertThat(json.json().get(0).propertyNames())
        .containsExactly("id", "name", "owner", "region", "git_url", "web_url");
  }

  private static String app(String name, String region) {
    return "{\"id\":\""
        + ID
        + "\",\"name\":\""
        + name
        + "\",\"owner\":{\"email\":\"ann@example.com\"},\"region\":{\"name\":\""
        + region
        + "\"},\"git_url\":\"https://git.heroku.com/"
        + name
        + ".git\",\"web_url\":\"https://"
        + name
        + ".herokuapp.com/\"}";
  }

  @Test
  void noAppsAreSaidToThePersonAndAnEmptyListToAProgram() {
    api.answers("GET /apps", 200, "[]");
    Outcome text = cli.run("apps");
    assertThat(text.out()).isEmpty();
    assertThat(text.err().lines()).containsExactly("The account has no apps.");
    assertThat(text.status()).isZero();
    isOne(cli.run("apps", "--json"), "[ ]");
  }

  @Test
  void keysAreShortOrWhole() {
    api.answers("GET /account/keys", 200, "[" + KEY + "]");
    isOne(cli.run("keys"), "ssh-ed25519 AAAAC3NzaC...0dh2l9GKJl ann@laptop");
    isOne(cli.run("keys", "-l"), "ssh-ed25519 " + BLOB + " ann@laptop");
    assertThat(cli.run("keys", "--json").json().get(0).propertyNames())
        .containsExactly("id", "comment", "fingerprint", "sha256", "public_key");
  }

  @Test
  void noKeysAreSaidToThePersonAndAnEmptyListToAProgram() {
    api.answers("GET /account/keys", 200, "[]");
    assertThat(cli.run("keys").err()).contains("no SSH keys", "keyport keys:add");
    isOne(cli.run("keys", "--json"), "[ ]");
    isOne(cli.run("keys:clear", "--json"), "[ ]");
  }

  @Test
  void aKeyIsFoundInTheHomeFolderAndAdded() throws IOException {
    Path file = home.resolve(".ssh/id_ed25519.pub");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "ssh-ed25519 " + BLOB + " ann@laptop\n");
    api.answers("GET /account/keys", 200, "[]").answers("POST /account/keys", 201, KEY);
    Outcome unsaid = cli.run("keys:add");
    assertThat(unsaid.status()).isEqualTo(2);
    assertThat(unsaid.err()).contains("-y for " + file);
    assertThat(api.requests()).isEmpty();
    Outcome added = cli.run("keys:add", "-y");
    assertThat(added.status()).isZero();
    assertThat(added.out()).startsWith("Added " + file + " SHA256:");
    assertThat(api.requests()).containsExactly("GET /account/keys", "POST /account/keys");
  }

  @Test
  void aPrivateKeyIsRefusedBeforeAnythingIsSent() throws IOException {
    Path file = Files.writeString(home.resolve("id"), "-----BEGIN OPENSSH PRIVATE KEY-----\nkey");
    Outcome outcome = cli.run("keys:add", file.toString());
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("private key", ".pub");
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void withoutAKeyAddSaysHowToMakeOne() {
    Outcome outcome = cli.run("keys:add");
    assertThat(outcome.status()).isEqualTo(104);
    assertThat(outcome.err()).contains("ssh-keygen -t ed25519", "-y makes one without");
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void aKeyIsRemovedByItsComment() {
    api.answers("GET /account/keys", 200, "[" + KEY + "]")
        .answers("DELETE /account/keys/" + ID, 200, KEY);
    isOne(
        cli.run("keys:remove", "ann@laptop"),
        "Removed 7d:bb:42:c5:08:2f:a9:55:20:14:d7:fa:1f:f5:0f:ee ann@laptop");
    Outcome unknown = cli.run("keys:remove", "ann@desktop");
    assertThat(unknown.status()).isEqualTo(104);
    assertThat(unknown.err()).contains("ann@laptop");
  }

  @Test
  void credentialsAreListedReadAndRemoved() {
    Outcome list = cli.run("credentials");
    assertThat(list.out().lines())
        .containsExactly("127.0.0.1  ann@example.com", "localhost  ann@example.com");
    Outcome json = cli.run("credentials", "--json");
    assertThat(json.json().get(0).propertyNames()).containsExactly("host", "login");
    assertThat(list.out() + json.out()).doesNotContain(FakeApi.TOKEN);
    isOne(cli.run("credentials:get", "localhost"), FakeApi.TOKEN);
    assertThat(
            cli.run("credentials:get", "localhost", "--json").json().get("password").stringValue())
        .isEqualTo(FakeApi.TOKEN);
    assertThat(cli.run("credentials:get", "localhost", "--json").json().propertyNames())
        .containsExactly("host", "login", "password", "account");
    isOne(cli.run("credentials:remove", "localhost"), "Removed ann@example.com at localhost");
    Outcome again = cli.run("credentials:remove", "localhost");
    assertThat(again.status()).isZero();
    assertThat(again.out()).isEmpty();
    assertThat(again.err()).contains("has nothing for localhost");
  }

  @Test
  void aCredentialThatIsNotThereIs100AndNull() {
    Outcome text = cli.run("credentials:get", "example.com");
    assertThat(text.status()).isEqualTo(100);
    assertThat(text.out()).isEmpty();
    Outcome json = cli.run("credentials:get", "example.com", "--json");
    assertThat(json.status()).isEqualTo(100);
    assertThat(json.out().strip()).isEqualTo("null");
    assertThat(json.error().get("code").stringValue()).isEqualTo("not-logged-in");
  }

  @Test
  void aPasswordThatCannotBeAskedForNamesTheFlag() {
    Outcome outcome = cli.run("credentials:put", "example.com", "--login", "ann");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("--password-stdin");
  }

  @Test
  void theMemoryStoreIsForgottenAtOnce() {
    Outcome stored =
        cli.typing("hunter2")
            .run("--store", "memory", "credentials:put", "h", "--login", "a", "--password-stdin");
    assertThat(stored.status()).isZero();
    assertThat(stored.out() + stored.err()).doesNotContain("hunter2");
    assertThat(cli.run("--store", "memory", "credentials:get", "h").status()).isEqualTo(100);
  }

  @Test
  void theStoreOfTheFlagWinsOverTheEnvironmentsAndThatOverTheConfigurations() throws IOException {
    Path config = home.resolve(".config/keyport/config.properties");
    Files.createDirectories(config.getParent());
    Files.writeString(config, "store = netrc:" + home.resolve("configured"));
    assertThat(cli.run("credentials").err()).contains("netrc:" + home.resolve("configured"));
    cli.with("KEYPORT_STORE", "netrc:" + home.resolve("environment"));
    assertThat(cli.run("credentials").err()).contains("netrc:" + home.resolve("environment"));
    assertThat(cli.run("credentials", "--store", "netrc:" + home.resolve("flag")).err())
        .contains("netrc:" + home.resolve("flag"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "whoami --store nothing",
        "whoami --store netrc:",
        "whoami --color sometimes",
        "apps --timeout soon",
        "credentials --timeout soon",
        "version --color sometimes"
      })
  void aGlobalOptionThatCannotBeUsedIs2(String words) {
    Outcome outcome = cli.run(words.split(" "));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(api.requests()).isEmpty();
  }

  @Test
  void debugTracesOnStderrWithoutTheToken() {
    Outcome outcome = cli.run("whoami", "--debug");
    assertThat(outcome.out().lines()).containsExactly(FakeApi.EMAIL);
    assertThat(outcome.err())
        .contains("debug: > GET", "Authorization: ****")
        .doesNotContain(FakeApi.TOKEN);
  }

  @Test
  void anAnswerThatCannotBeWrittenIsAnError() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            InputStream.nullInputStream(),
            new PrintStream(full, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    Machine machine = new Machine(Map.of("HEROKU_API_KEY", FakeApi.TOKEN), home, "Linux");
    assertThat(new Cli(machine, streams).run("--no-input", "auth:token")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("can't be written to stdout")
        .doesNotContain(FakeApi.TOKEN);
  }

  @Test
  void theVersionIsTold() {
    assertThat(cli.runAsTyped("--version").out()).startsWith("keyport ");
    assertThat(cli.runAsTyped("version").out()).isEqualTo(cli.runAsTyped("-V").out());
    assertThat(cli.run("version", "--json").json().propertyNames()).containsExactly("version");
  }

  @Test
  void helpIsJsonWhereThatIsAskedFor() {
    CliRunner cli = new CliRunner(home);
    JsonNode root = cli.runAsTyped("--json").json();
    assertThat(root.get("name").stringValue()).isEqualTo("keyport");
    assertThat(root.get("verbs").valueStream().map(verb -> verb.get("name").stringValue()))
        .contains("login", "auth");

    JsonNode get = cli.runAsTyped("help", "credentials:get", "--json").json();
    assertThat(get).isEqualTo(cli.runAsTyped("credentials:get", "--help", "--json").json());
    assertThat(get.get("arguments").get(0).get("name").stringValue()).isEqualTo("HOST");
    assertThat(get.get("options").valueStream().map(option -> option.get("names").get(0)))
        .anyMatch(name -> name.stringValue().equals("--login"));
    assertThat(get.get("notes").stringValue()).contains("Examples:");
  }
}
