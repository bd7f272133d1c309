package dev.keyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.cli.CliRunner.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code accounts:import}. */
class AccountsImportTest {
  private static final String OTHER = "HRKU-canary-other-77";

  @TempDir Path home;
  private FakeApi api;
  private CliRunner cli;

  @BeforeEach
  void anApi() throws IOException {
    api = new FakeApi().hasAccount();
    cli =
        new CliRunner(home)
            .with("HEROKU_API_URL", api.address())
            .with("HEROKU_GIT_HOST", "http://localhost:1");
  }

  @AfterEach
  void close() {
    api.close();
  }

  private Path write(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private Path account(String name, String token) throws IOException {
    return write(
        ".heroku/accounts/" + name, "username: " + FakeApi.EMAIL + "\npassword: " + token + "\n");
  }

  private String settings() throws IOException {
    Path file = home.resolve(".config/keyport/config.properties");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private void assertNothingLeaks(Outcome ended) throws IOException {
    assertThat(ended.out() + ended.err() + settings()).doesNotContain(FakeApi.TOKEN, OTHER);
  }

  @Test
  void theGoodIsTakenAndTheOthersAreNamed() throws IOException {
    Path work = account("work", FakeApi.TOKEN);
    account("refused", OTHER);
    write(".heroku/accounts/odd", "username: x\nsecret: " + OTHER + "\n");
    Files.createSymbolicLink(home.resolve(".heroku/accounts/current"), work);

    Outcome ended = cli.run("accounts:import");

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out()).isEqualTo("work: " + FakeApi.EMAIL + "\n");
    assertThat(ended.err())
        .contains("refused is skipped: its token is refused")
        .contains("odd is skipped: ", "odd, line 2")
        .contains("keyport accounts:set work", "rm " + work);
    assertNothingLeaks(ended);
    assertThat(work).exists();
    assertThat(settings()).contains("profile.work.account").doesNotContain("refused", "odd");
    assertThat(home.resolve(".config/keyport/accounts/refused.netrc")).doesNotExist();
    assertThat(cli.run("whoami", "--profile", "work").out()).isEqualTo(FakeApi.EMAIL + "\n");
    assertThat(cli.run("whoami").status()).isEqualTo(100);

    Outcome again = cli.run("accounts:import", "work");
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err()).contains("work is skipped: there is a profile \"work\" already");
  }

  @Test
  void aDryRunTellsAndDoesNothing() throws IOException {
    account("work", FakeApi.TOKEN);

    Outcome ended = cli.run("accounts:import", "--dry-run");

    assertThat(ended.status()).isZero();
    assertThat(ended.out()).isEqualTo("work: " + FakeApi.EMAIL + "\n");
    assertThat(cli.run("accounts:import", "--dry-run", "--json").json().get("importing"))
        .hasSize(1);
    assertThat(settings()).isEmpty();
    assertThat(home.resolve(".config/keyport")).doesNotExist();
    assertThat(api.requests()).isEmpty();
    assertNothingLeaks(ended);
  }

  @Test
  void inJson() throws IOException {
    account("work", FakeApi.TOKEN);
    account("refused", OTHER);

    Outcome ended = cli.run("accounts:import", "--json");

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.json().get("imported").get(0).get("name").asString()).isEqualTo("work");
    assertThat(ended.json().get("skipped").get(0).get("name").asString()).isEqualTo("refused");
    assertNothingLeaks(ended);
  }

  @Test
  void nothingThereIsNotFound() {
    assertThat(cli.run("accounts:import").status()).isEqualTo(104);
    assertThat(cli.run("accounts:import", "work", "--from", "netrc").status()).isEqualTo(104);
    assertThat(cli.run("accounts:import", "--from", "netrc").status()).isEqualTo(2);
  }

  @Test
  void aTokenInTheEnvironmentWouldWin() throws IOException {
    account("work", FakeApi.TOKEN);

    Outcome ended = cli.with("HEROKU_API_KEY", OTHER).run("accounts:import");

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("HEROKU_API_KEY is set");
    assertNothingLeaks(ended);
  }

  @Test
  void aLoginThatIsStoredIsNotWrittenOver() throws IOException {
    account("work", FakeApi.TOKEN);
    String there = "machine 127.0.0.1 login " + FakeApi.EMAIL + " password " + OTHER + "\n";
    Path netrc = write(".netrc", there);

    Outcome ended = cli.run("accounts:import", "--store", "netrc");

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.err()).contains("has a login of " + FakeApi.EMAIL);
    assertThat(netrc).hasContent(there);
    assertNothingLeaks(ended);
  }

  @Test
  void aNetrcsLoginStaysWhereItIs() throws IOException {
    Path netrc =
        write(
            "old.netrc",
            "machine 127.0.0.1 login " + FakeApi.EMAIL + " password " + FakeApi.TOKEN + "\n");

    assertThat(cli.run("accounts:import", "work", "--from", "netrc:~/old.netrc", "--dry-run").out())
        .isEqualTo("work: " + FakeApi.EMAIL + "\n");
    assertThat(settings()).isEmpty();
    Outcome ended = cli.run("accounts:import", "work", "--from", "netrc:~/old.netrc");

    assertThat(ended.status()).isZero();
    assertThat(ended.err()).contains("It stays in netrc:" + netrc);
    assertThat(cli.run("whoami", "--profile", "work").out()).isEqualTo(FakeApi.EMAIL + "\n");
    assertNothingLeaks(ended);
  }
}
