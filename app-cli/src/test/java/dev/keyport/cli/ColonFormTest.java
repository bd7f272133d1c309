package dev.keyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The colon form is the space form. */
class ColonFormTest {
  private static String split(String words) {
    String[] args = words.isEmpty() ? new String[0] : words.split(" ", -1);
    return String.join(" ", ColonForm.split(Cli.commandLine(new KeyportCommand()), args));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "auth:token|auth token",
        "auth token|auth token",
        "whoami|whoami",
        "auth:token --check|auth token --check",
        "--json auth:token|--json auth token",
        "--store netrc:/tmp/x auth:token|--store netrc:/tmp/x auth token",
        "--store=netrc:/tmp/x auth:token|--store=netrc:/tmp/x auth token",
        "--no-input --timeout 5s --color never keys:add|--no-input --timeout 5s --color never keys add",
        "credentials:get localhost:5000|credentials get localhost:5000",
        "credentials get localhost:5000|credentials get localhost:5000",
        "credentials:put h --login a:b|credentials put h --login a:b",
        "keys:remove SHA256:abc|keys remove SHA256:abc",
        "keys:add C:/keys/id.pub|keys add C:/keys/id.pub",
        "help auth:token|help auth token",
        "help auth token|help auth token",
        "help|help",
        "--json help auth:token|--json help auth token",
        "help --json|help --json",
        "-- auth:token|-- auth token",
        "--|--",
        "--store|--store",
        "--store netrc:/tmp/x|--store netrc:/tmp/x",
        "--unknown:x auth:token|--unknown:x auth token",
      })
  void onlyTheVerbIsSplit(String typed, String read) {
    assertThat(split(typed)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"''|''", "auth:|auth ", ":|' '"})
  void whatHasNoVerbIsLeftToTheParser(String typed, String read) {
    assertThat(split(typed)).isEqualTo(read);
  }
}
