package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is odd in a netrc is named by file and line, and stays as it is. */
class BadNetrcIT {
  private static final String NO_PASSWORD = "# mine\nmachine one.example.com login a\n";
  private static final String NOBODYS =
      "login a\n  password th3irs\nmachine one.example.com login b password c\n";

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @Test
  void anEntryWithoutPassword() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    Path netrc = keyport.home().write(".netrc", NO_PASSWORD);

    assertThat(keyport.run("credentials:get", "one.example.com"))
        .endsWith(100)
        .answersNothing()
        .tellsOneError()
        .tells(netrc + ", line 2", "no password");
    assertThat(keyport.run("auth:token", "--host", "one.example.com"))
        .endsWith(100)
        .answersNothing()
        .tells(netrc + ", line 2", "no password");
    assertThat(keyport.home().read(".netrc")).isEqualTo(NO_PASSWORD);
  }

  @Test
  void aPasswordOutsideAnyEntry() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    Path netrc = keyport.home().write(".netrc", NOBODYS);

    assertThat(keyport.run("credentials:get", "two.example.com"))
        .endsWith(100)
        .answersNothing()
        .tellsOneError()
        .tells(netrc + ", line 2", "belongs to no machine");
    assertThat(SANDBOX.logIn(keyport)).succeeds();
    assertThat(keyport.home().read(".netrc")).startsWith(NOBODYS);
  }

  @Test
  void bytesThatAreNotUtf8() throws IOException {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    Path netrc = keyport.home().write(".netrc", "");
    byte[] latin1 =
        "# für alle\nmachine one.example.com login a password grün\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    Files.write(netrc, latin1);

    assertThat(keyport.run("credentials:get", "one.example.com")).succeeds().answers("grün\n");
    assertThat(
            keyport.runWithInput(
                "blau ü\n",
                "credentials:put",
                "two.example.com",
                "--login",
                "b",
                "--password-stdin"))
        .endsWith(114)
        .answersNothing()
        .tellsOneError()
        .tells("not UTF-8");
    assertThat(Files.readAllBytes(netrc)).isEqualTo(latin1);
  }
}
