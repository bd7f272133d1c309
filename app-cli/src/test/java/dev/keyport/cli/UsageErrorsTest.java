package dev.keyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.cli.CliRunner.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong command line ends in 2 with a way out, and what was typed does not come back. */
class UsageErrorsTest {
  private static final String SECRET = "hunter";

  @TempDir Path home;

  private Outcome run(String words) {
    return new CliRunner(home).runAsTyped(words.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login --password hunter2",
        "login --password=hunter2",
        "login --passwordhunter2",
        "login --password:hunter2",
        "login -phunter2",
        "login -p hunter2",
        "login hunter2",
        "login -- hunter2",
        "login --with-token=hunter2",
        "login --with-token hunter2",
        "login --password-stdin=hunter2",
        "login --email --otp=hunter2",
        "login --email me@example.com --email hunter2",
        "login --otp 1 --otp hunter2",
        "login --hunter2=hunter2",
        "auth:token hunter2",
        "auth hunter2",
        "auth:hunter2",
        "keys hunter2",
        "keys:hunter2",
        "keys:add one hunter2",
        "credentials:put example.com hunter2",
        "credentials:put example.com --login hunter2 --login ann",
        "credentials:put example.com --login ann --password hunter2",
        "credentials:put example.com --login ann --password-stdin hunter2",
        "help hunter2",
        "help auth:hunter2",
        "--json=hunter2 whoami",
        "hunter2"
      })
  void whatCouldBeASecretIsNotRepeated(String words) {
    Outcome plain = run(words);
    assertThat(plain.status()).isEqualTo(2);
    assertThat(plain.out()).isEmpty();
    assertThat(plain.err()).startsWith("keyport: ").doesNotContain(SECRET);
    assertThat(plain.err().lines()).as("a message and a way out").hasSize(2);

    Outcome json = run("--json " + words);
    assertThat(json.status()).isEqualTo(2);
    assertThat(json.out() + json.err()).doesNotContain(SECRET);
    assertThat(json.error().get("code").stringValue()).isEqualTo("usage");
    assertThat(json.error().get("hint").stringValue()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "login --password x|there is no option --password|see: keyport login --help",
        "login -px|there is no option -p|see: keyport login --help",
        "login --with-token=x|--with-token takes no value|see: keyport login --help",
        "login --email|--email EMAIL is missing|see: keyport login --help",
        "login --email --otp=1|--email EMAIL is missing|see: keyport login --help",
        "login --email a --email b|--email can be given only once|see: keyport login --help",
        "login a|too many arguments for keyport login|see: keyport login --help",
        "apps:info -x|there is no option -x|see: keyport apps info --help",
        "credentials:get|HOST is missing|see: keyport credentials get --help",
        "credentials:put|--login LOGIN, HOST are missing|see: keyport credentials put --help",
        "auth|auth is not a verb by itself|see: keyport auth --help",
        "help nothing|there is no such verb|see: keyport --help",
        "help auth:nothing|there is no such verb|see: keyport auth --help",
        "logni|there is no such verb|did you mean: login, logout?",
      })
  void theMessageNamesWhatExistsAndTheWayOut(String words, String message, String hint) {
    Outcome outcome = run(words);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err().lines()).containsExactly("keyport: " + message, "  " + hint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"keys:add", "keys:remove", "apps:info", "authorizations:revoke"})
  void anEmptyArgumentIsNone(String verb) {
    Outcome outcome = new CliRunner(home).runAsTyped(verb, " ");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains(" is empty", "--help");
  }

  @Test
  void anArgumentThatNamesAFileIsNotReplacedByItsLines() throws Exception {
    Path file = Files.writeString(home.resolve("arguments"), "version");
    Outcome outcome = run("@" + file);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
  }
}
