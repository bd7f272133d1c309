package dev.keyport.cli.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret on stdin is one line of UTF-8. */
class StdinTest {
  private static final int LONGEST = 64 * 1024;

  private static Secret read(byte[] input) {
    return Stdin.read(new ByteArrayInputStream(input), "the password");
  }

  private static Secret read(String input) {
    return read(input.getBytes(StandardCharsets.UTF_8));
  }

  private static UsageException refused(byte[] input) {
    UsageException refused = catchThrowableOfType(UsageException.class, () -> read(input));
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.message()).contains("the password").contains("stdin");
    return refused;
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "hunter2\n", "hunter2\r\n"})
  void theLineEndIsNoPartOfIt(String input) {
    assertThat(read(input).reveal()).isEqualTo("hunter2");
  }

  @Test
  void theMarkThatPowerShellPipesBeforeItIsNoPartOfIt() {
    assertThat(read("\uFEFFhunter2\r\n").reveal()).isEqualTo("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {" hunter2 ", "\thunter2", "pässwörd 🔑", "a\rb", "\"'\\$`"})
  void everythingElseIs(String input) {
    assertThat(read(input + "\n").reveal()).isEqualTo(input);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2\nhunter3", "hunter2\nhunter3\n", "hunter2\n\n", "\nhunter2\n"})
  void severalLinesAreRefusedWithoutShowingThem(String input) {
    UsageException refused = refused(input.getBytes(StandardCharsets.UTF_8));
    assertThat(refused.message()).contains("more than one line").doesNotContain("hunter");
    assertThat(refused.hint()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void nothingIsRefused(String input) {
    UsageException refused = refused(input.getBytes(StandardCharsets.UTF_8));
    assertThat(refused.message()).contains("empty");
    assertThat(refused.hint()).isPresent();
  }

  @Test
  void upTo64KibAreTaken() {
    assertThat(read("a".repeat(LONGEST)).length()).isEqualTo(LONGEST);
    assertThat(refused("a".repeat(LONGEST + 1).getBytes(StandardCharsets.UTF_8)).message())
        .contains("64 KiB");
  }

  @Test
  void whatIsNotUtf8IsRefusedRatherThanChanged() {
    byte[] latin1 = "hünter2\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(refused(latin1).message()).contains("UTF-8").doesNotContain("nter2");
  }

  @Test
  void inputThatCannotBeReadIsNamed() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Is a directory");
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            return read();
          }
        };
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> Stdin.read(broken, "the API token"))
        .withMessage("the API token can't be read from stdin: Is a directory");
  }
}
