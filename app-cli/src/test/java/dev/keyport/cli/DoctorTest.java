package dev.keyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keyport.cli.CliRunner.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How {@code doctor} tells what the checks found. */
class DoctorTest {
  private static final String ANN = "machine h.example\n  login ann\n  password s3cret\n";

  @TempDir Path home;
  private @Nullable HttpServer api;
  private CliRunner cli = new CliRunner(Path.of(""));

  @BeforeEach
  void runner() throws IOException {
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext("/", DoctorTest::refuse);
    api.start();
    cli =
        new CliRunner(home)
            .with("LANG", "en_US.UTF-8")
            .with("HEROKU_API_URL", "http://127.0.0.1:" + api.getAddress().getPort())
            .with("HEROKU_GIT_HOST", "https://git.example");
  }

  @AfterEach
  void stop() {
    Objects.requireNonNull(api).stop(0);
  }

  /** As the API does where nobody is logged in. */
  private static void refuse(HttpExchange exchange) throws IOException {
    byte[] body = "{\"id\":\"unauthorized\",\"message\":\"no\"}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(401, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static JsonNode check(Outcome outcome, String id) {
    return outcome
        .json()
        .path("checks")
        .valueStream()
        .filter(check -> check.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void netrc(String text) throws IOException {
    Files.writeString(home.resolve(".netrc"), text);
    Files.setPosixFilePermissions(
        home.resolve(".netrc"), PosixFilePermissions.fromString("rw-------"));
  }

  private void settings(String text) throws IOException {
    Path folder = Files.createDirectories(home.resolve(".config/keyport"));
    Files.writeString(folder.resolve("config.properties"), text);
  }

  @Test
  void aHomeWithNothingInItIsWellAndStaysSo() {
    Outcome outcome = cli.run("doctor");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .contains("\u2713 ok      settings: ", "\u2713 ok      store netrc: ")
        .doesNotContain("\u001b");
    assertThat(home.resolve(".netrc")).doesNotExist();
  }

  @Test
  void aWarningHasItsPlaceAndTheMendBelowAndFits() throws IOException {
    netrc(ANN + "  method interactive\n");

    Outcome outcome = cli.run("doctor");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("\n! warning store netrc: ", "      mend: remove the word");
    assertThat(outcome.out().replaceAll("\\s+", " "))
        .contains(home.resolve(".netrc") + ", line 4: there is a word that is no keyword: Python");
    assertThat(outcome.out().lines())
        .allMatch(line -> line.length() <= 80 || !line.strip().contains(" "));
    assertThat(Files.readString(home.resolve(".netrc"))).isEqualTo(ANN + "  method interactive\n");
  }

  @Test
  void marksAreAsciiWhereTheLocaleIs() throws IOException {
    netrc("machine \"open\n");

    assertThat(cli.with("LC_ALL", "C").run("doctor").out())
        .contains("+ ok      ", "x failure ")
        .isASCII();
    assertThat(cli.without("LC_ALL").without("LANG").run("doctor").out()).isASCII();
    assertThat(cli.with("LC_ALL", "de_DE.utf8").run("doctor").out()).contains("\u2717 failure ");
  }

  @Test
  void colourIsAskedForOrNone() {
    assertThat(cli.run("doctor", "--color", "always").out())
        .contains("\u001b[32m\u2713 ok\u001b[0m ");
    assertThat(cli.run("doctor", "--color", "never").out()).doesNotContain("\u001b");
  }

  @Test
  void theStatusIsTheFailuresOwnOrOneWhereThereAreSeveral() throws IOException {
    netrc("machine \"open\n");
    assertThat(cli.run("doctor").status()).isEqualTo(113);

    settings("stroe = netrc\n");
    Outcome two = cli.run("doctor", "--store", "netrc");
    assertThat(two.status()).isEqualTo(1);
    assertThat(two.out()).contains("stroe").contains("mend: did you mean \"store\"?");

    Outcome settingsAlone = cli.run("doctor");
    assertThat(settingsAlone.status()).isEqualTo(2);
    assertThat(settingsAlone.out()).doesNotContain("store netrc");
    assertThat(settingsAlone.err()).isEmpty();
  }

  @Test
  void whatIsWrongOutsideTheStoreIsTold() throws IOException {
    assertThat(cli.run("doctor", "--store", "nosuch").status()).isEqualTo(2);

    Outcome token =
        cli.with("HEROKU_API_KEY", "canary")
            .with("HEROKU_API_URL", "http://127.0.0.1:1")
            .run("doctor");
    assertThat(token.status()).isEqualTo(120);
    assertThat(token.out())
        .contains("\u2717 failure network", "127.0.0.1:1 refused the connection");
    assertThat(token.out()).contains("! warning environment: ", "mend: unset HEROKU_API_KEY");
    assertThat(token.out()).doesNotContain("canary");

    assertThat(cli.with("HEROKU_API_URL", "http://x.example").run("doctor").status()).isEqualTo(2);
  }

  @Test
  void jsonHasEverything() throws IOException {
    netrc(ANN + "  method interactive\n");

    Outcome outcome = cli.run("doctor", "--json");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.json().propertyNames()).containsExactly("ok", "checks");
    assertThat(outcome.json().path("checks").valueStream().map(c -> c.path("id").asString()))
        .containsExactly(
            "settings",
            "environment",
            "files",
            "locks",
            "moves",
            "store:netrc",
            "keyring",
            "proxy",
            "network",
            "api",
            "git",
            "curl",
            "heroku-cli");
    assertThat(outcome.json().path("ok").asBoolean()).isTrue();
    JsonNode store = check(outcome, "store:netrc");
    assertThat(store.propertyNames()).containsExactly("id", "name", "status", "findings");
    assertThat(store.path("name").asString()).isEqualTo("store netrc");
    assertThat(store.path("status").asString()).isEqualTo("warning");
    JsonNode finding = store.path("findings").path(1);
    assertThat(finding.propertyNames())
        .containsExactly("code", "level", "message", "file", "line", "misled", "mend");
    assertThat(finding.path("code").asString()).isEqualTo("netrc-unknown-word");
    assertThat(finding.path("level").asString()).isEqualTo("warning");
    assertThat(finding.path("line").asInt()).isEqualTo(4);
    assertThat(store.path("findings").path(0).path("line").isNull()).isTrue();
    assertThat(store.path("findings").path(2).path("code").asString()).isEqualTo("trial-write");
  }

  @Test
  void jsonOfAFailureHasItsPlaceApart() throws IOException {
    netrc("\nmachine \"open\n");

    Outcome outcome = cli.run("doctor", "--json");

    assertThat(outcome.status()).isEqualTo(113);
    assertThat(outcome.json().path("ok").asBoolean()).isFalse();
    JsonNode finding = check(outcome, "store:netrc").path("findings").path(0);
    assertThat(finding.path("code").asString()).isEqualTo("store-corrupt");
    assertThat(finding.path("file").asString()).isEqualTo(home.resolve(".netrc").toString());
    assertThat(finding.path("line").asInt()).isEqualTo(2);
    assertThat(finding.path("message").asString()).startsWith("a quote mark opens");
  }

  @Test
  void statusTellsTheSameWarnings() throws IOException {
    netrc(ANN + "  method interactive\n");
    cli.with("HEROKU_API_URL", "http://127.0.0.1:1");

    assertThat(cli.run("auth:status").out())
        .contains("warning: " + home.resolve(".netrc") + ", line 4: ", "            remove the");
    JsonNode warning = cli.run("auth:status", "--json").json().path("store_warnings").path(0);
    assertThat(warning.propertyNames())
        .containsExactly("code", "message", "file", "line", "misled", "mend");
  }

  @Test
  void fixClosesWhatOthersCanReadAndSaysSo() throws IOException {
    netrc(ANN);
    Path netrc = home.resolve(".netrc");
    Files.setPosixFilePermissions(netrc, PosixFilePermissions.fromString("rw-rw-rw-"));
    Path left = Files.writeString(home.resolve(".netrc.keyport-0123456789abcdef.tmp"), "old");
    assertThat(cli.run("doctor").status()).isEqualTo(111);
    assertThat(left).exists();

    Outcome fixed = cli.run("doctor", "--fix");

    assertThat(fixed.status()).isZero();
    assertThat(fixed.out().replaceAll("\\s+", " "))
        .contains("mended: made " + netrc + " readable and writable by you alone")
        .contains("mended: removed what a save that was cut off had left beside " + netrc)
        .contains("nothing is left to mend")
        .doesNotContain("s3cret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(netrc)))
        .isEqualTo("rw-------");
    assertThat(left).doesNotExist();
    assertThat(Files.readString(netrc)).isEqualTo(ANN);
  }

  @Test
  void fixSaysWhatItLeaves() throws IOException {
    netrc(ANN + "  method interactive\n");

    assertThat(cli.run("doctor", "--fix").out())
        .contains("nothing was mended; 1 left for you, above");
    Outcome json = cli.run("doctor", "--fix", "--json");
    assertThat(json.json().propertyNames()).containsExactly("ok", "checks", "mended");
    assertThat(json.json().path("mended").isEmpty()).isTrue();
  }

  @Test
  void aMendThatIsACommandCanBeCopiedWhateverThePath() throws IOException {
    Path folder = Files.createDirectories(home.resolve("my files"));
    Path netrc = Files.writeString(folder.resolve(".netrc"), ANN);
    Files.setPosixFilePermissions(netrc, PosixFilePermissions.fromString("rw-r--r--"));

    Outcome outcome = cli.run("doctor", "--json", "--store", "netrc:" + netrc);

    assertThat(outcome.out()).contains("chmod 600 '" + netrc + "'");
  }

  @Test
  void aSettingsFileIsNamedOnlyWhereThereIsOne() throws IOException {
    assertThat(cli.run("doctor").out()).contains("store netrc; no settings file");
    settings("store = netrc\n");
    assertThat(cli.run("doctor").out().replaceAll("\\s+", " "))
        .contains("settings are read from " + home.resolve(".config/keyport/config.properties"));
  }
}
