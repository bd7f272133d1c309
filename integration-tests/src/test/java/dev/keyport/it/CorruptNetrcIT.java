package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A netrc that can't be understood is left as it is, and said to be wrong where it is. */
class CorruptNetrcIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  private static final String UNENDED =
      "machine one.example.com login a password b\nmachine two.example.com login \"c password d\n";
  private static final String NUL = "machine one.example.com login a\n  password b\u0000c\n";

  @ParameterizedTest(name = "{index}")
  @ValueSource(strings = {UNENDED, NUL})
  void nothingIsWrittenAndNoTokenIsLeft(String text) {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    Path netrc = keyport.home().write(".netrc", text);
    int live = SANDBOX.live().size();

    assertThat(SANDBOX.logIn(keyport))
        .endsWith(113)
        .answersNothing()
        .tellsOneError()
        .tells(netrc.toString(), "line 2");

    assertThat(keyport.home().read(".netrc")).isEqualTo(text);
    assertThat(SANDBOX.live()).hasSize(live);
    assertThat(SANDBOX.requests("POST", "/oauth/authorizations")).isEmpty();
  }

  @Test
  void everyVerbThatReadsItSaysSo() {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    Path netrc = keyport.home().write(".netrc", UNENDED);

    for (String verb : new String[] {"whoami", "auth:token", "logout", "credentials", "apps"}) {
      assertThat(keyport.run(verb))
          .endsWith(113)
          .answersNothing()
          .tellsOneError()
          .tells(netrc.toString(), "line 2");
    }
    assertThat(keyport.run("auth:status")).endsWith(113);
    assertThat(keyport.home().read(".netrc")).isEqualTo(UNENDED);
    assertThat(SANDBOX.get().requests()).isEmpty();
  }

  @Test
  void folderInItsPlace() throws java.io.IOException {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    Files.createDirectory(keyport.home().netrc());
    int live = SANDBOX.live().size();

    assertThat(SANDBOX.logIn(keyport))
        .endsWith(111)
        .answersNothing()
        .tellsOneError()
        .tells(keyport.home().netrc().toString());

    assertThat(SANDBOX.live()).hasSize(live);
  }
}
