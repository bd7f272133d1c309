package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A netrc that others use too is byte for byte the same after a login and a logout. */
class RichNetrcIT {
  private static final String COMMENTED =
      """
      # Kept by hand, mostly.
      machine ftp.example.com login ann password 'single # quoted'
      \tmachine\tquoted.example.com
          login "ann b"   # a comment after a value
          account staging
          password "with \\"quotes\\""

      macdef init
      cd /pub
      machine not.an.entry login no password no

      machine last.example.com
        login zoë
        password p
      """;
  private static final String WITH_DEFAULT =
      "machine one.example.com login a password b\ndefault login anonymous password guest\n";
  private static final String WINDOWS_LINES =
      "# made on Windows\r\nmachine one.example.com\r\n  login a\r\n  password b\r\n\r\n";
  private static final String OTHER_ACCOUNTS =
      """
      machine 127.0.0.1 login first@example.com password one
      machine 127.0.0.1 login second@example.com password two
      machine localhost login first@example.com password one
      machine localhost login second@example.com password two
      """;

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @ParameterizedTest(name = "{index}")
  @ValueSource(strings = {COMMENTED, WITH_DEFAULT, WINDOWS_LINES, OTHER_ACCOUNTS})
  void everyOtherByteStays(String before) {
    KeyportProcess keyport = SANDBOX.keyport(folder);
    keyport.home().write(".netrc", before);

    assertThat(SANDBOX.logIn(keyport)).succeeds();
    assertThat(keyport.home().read(".netrc")).isNotEqualTo(before);
    assertThat(keyport.run("whoami")).succeeds().answers("dev@example.com\n");
    assertThat(keyport.run("logout")).succeeds();

    assertThat(keyport.home().read(".netrc")).isEqualTo(before);
  }
}
