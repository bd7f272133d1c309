package dev.keyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.cli.CliRunner.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The front end answers as picocli's command line does, byte for byte, in whatever state. */
@Tag("slow")
class FrontEndTest {
  /** Plain forms, as typed; an underscore stands for an argument that is empty. */
  static final List<String> PLAIN =
      List.of(
          "version",
          "--version",
          "-V",
          "auth:token",
          "auth token",
          "--no-input auth:token",
          "auth:token --no-input",
          "auth:token --host git.heroku.com",
          "auth:token --host API.heroku.com --no-input",
          "auth:token --host api.heroku.com:8443",
          "auth:token --host nobody.example",
          "auth:token --host a/b",
          "auth:token --store netrc",
          "auth:token --store netrc --host git.heroku.com",
          "auth:token --store netrc:/nowhere/at/all",
          "auth:token --store keychain",
          "auth:token --store keychain,netrc",
          "auth:token --store NETRC",
          "auth:token --store no-such-store",
          "auth:token --store netrc,netrc",
          "credentials:get api.heroku.com",
          "credentials get api.heroku.com",
          "credentials:get api.heroku.com --login ann@example.com",
          "credentials:get --login ann@example.com api.heroku.com",
          "credentials:get api.heroku.com --login bob",
          "credentials:get api.heroku.com --login token",
          "credentials:get api.heroku.com:8443 --no-input",
          "credentials:get nobody.example",
          "credentials:get version",
          "credentials:get half.example",
          "credentials:get a/b",
          "credentials:get api.heroku.com --store keychain",
          "--no-input credentials:get api.heroku.com --store netrc --login ann@example.com");

  /** What only picocli reads. */
  static final List<String> OTHERS =
      List.of(
          "",
          "_",
          "auth",
          "token",
          "auth:",
          "auth:token:",
          "auth:tokens",
          "auth token token",
          "auth:token api.heroku.com",
          "auth:token --json",
          "auth:token --check",
          "auth:token --help",
          "auth:token --host",
          "auth:token --host _",
          "auth:token --host=git.heroku.com",
          "auth:token --host --no-input",
          "auth:token --host a --host b",
          "auth:token --store",
          "auth:token --store --json",
          "auth:token --store=netrc",
          "auth:token --store netrc --store netrc",
          "auth:token --no-input --no-input",
          "auth:token --login ann@example.com",
          "auth:token --unknown",
          "auth:token --timeout 1s",
          "auth:token --",
          "auth:token -",
          "--store netrc auth:token",
          "--no-input --no-input auth:token",
          "--no-input version",
          "version --json",
          "version version",
          "--version auth:token",
          "credentials:get",
          "credentials get",
          "credentials:get _",
          "credentials:get a b",
          "credentials:get -x",
          "credentials:get api.heroku.com --json",
          "credentials:get api.heroku.com --login",
          "credentials:get api.heroku.com --login _",
          "credentials:get api.heroku.com --login -x",
          "credentials:get api.heroku.com --host api.heroku.com",
          "credentials:get -- api.heroku.com",
          "credentials --no-input get api.heroku.com",
          "help auth:token");

  @TempDir Path home;
  private CliRunner runner;

  @BeforeEach
  void aLogin() throws IOException {
    runner = new CliRunner(home);
    netrc(
        """
        machine api.heroku.com login ann@example.com password HRKU-api
        machine git.heroku.com login ann@example.com password HRKU-gît
        machine version login ann@example.com password HRKU-version
        machine half.example login ann@example.com
        """);
  }

  private void netrc(String text) throws IOException {
    Path file = Files.writeString(home.resolve(".netrc"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static String[] words(String typed) {
    return Stream.of(typed.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.equals("_") ? "" : word)
        .toArray(String[]::new);
  }

  private void isTheSameBothWays() {
    for (String typed :
        (Iterable<String>) Stream.concat(PLAIN.stream(), OTHERS.stream())::iterator) {
      assertThat(runner.runAsTyped(words(typed)))
          .as(typed)
          .isEqualTo(runner.runByPicocli(words(typed)));
    }
  }

  @ParameterizedTest
  @FieldSource("PLAIN")
  void theFrontEndTakesThePlainForms(String typed) {
    assertThat(PlainForm.read(words(typed))).isPresent();
  }

  @ParameterizedTest
  @FieldSource("OTHERS")
  void theFrontEndLeavesTheOthers(String typed) {
    assertThat(PlainForm.read(words(typed))).isEmpty();
  }

  @Test
  void withALogin() {
    isTheSameBothWays();
    Outcome token = runner.runAsTyped("auth:token", "--host", "git.heroku.com");
    assertThat(token).isEqualTo(new Outcome(0, "HRKU-gît" + System.lineSeparator(), ""));
  }

  @Test
  void withNone() throws IOException {
    Files.delete(home.resolve(".netrc"));
    isTheSameBothWays();
    assertThat(runner.runAsTyped("auth:token").status()).isEqualTo(100);
  }

  @Test
  void withAFileThatCannotBeRead() throws IOException {
    netrc("machine api.heroku.com login \"ann\n\0");
    isTheSameBothWays();
    assertThat(runner.runAsTyped("credentials:get", "api.heroku.com").status()).isEqualTo(113);
  }

  @Test
  void withAStoreThatCannotBeRead() throws IOException {
    Files.move(home.resolve(".netrc"), home.resolve(".netrc.gpg"));
    isTheSameBothWays();
    assertThat(runner.runAsTyped("auth:token").status()).isGreaterThanOrEqualTo(110);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HRKU-environment", " ", "two words"})
  void withATokenInTheEnvironment(String value) {
    runner.with("HEROKU_API_KEY", value);
    isTheSameBothWays();
  }

  @Test
  void withVariablesAndSettings() throws IOException {
    for (Map.Entry<String, String> variable :
        Map.of(
                "KEYPORT_STORE", "keychain,netrc",
                "HEROKU_HOST", "example.com",
                "HEROKU_API_URL", "http://example.com",
                "HEROKU_GIT_HOST", "a/b")
            .entrySet()) {
      runner.with(variable.getKey(), variable.getValue());
      isTheSameBothWays();
      runner.without(variable.getKey());
    }
    Path settings = home.resolve(".config/keyport/config.properties");
    Files.createDirectories(settings.getParent());
    for (String line : List.of("store=keychain", "stroe=netrc", "store=")) {
      Files.writeString(settings, line + "\n");
      isTheSameBothWays();
    }
  }

  @Test
  void withAnAnswerThatDoesNotArrive() {
    for (String typed : List.of("version", "auth:token", "credentials:get api.heroku.com")) {
      Outcome plain = runner.withFullOutput().runAsTyped(words(typed));
      assertThat(plain).as(typed).isEqualTo(runner.withFullOutput().runByPicocli(words(typed)));
      assertThat(plain.status()).isEqualTo(1);
      assertThat(plain.err()).contains("can't be written");
    }
  }

  @Test
  void everyVerbOfThePlainFormsIsTried() {
    assertThat(PLAIN.stream().map(typed -> PlainForm.read(words(typed)).orElseThrow().verb()))
        .containsAll(Arrays.asList(PlainForm.Verb.values()));
  }
}
