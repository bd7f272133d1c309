package dev.keyport.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A word that a person copies is what the shell hands on. */
class ShellWordTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "netrc:/home/ann/.netrc",
        "netrc:/home/ann/my files/.netrc",
        "netrc:/tmp/it's",
        "a\"b$HOME`id`\\c",
        "",
        "*;&|<>#~!",
        "ä\u00a0ö"
      })
  void theShellReadsItAsOneWord(String text) throws Exception {
    Process shell = new ProcessBuilder("sh", "-c", "printf %s. " + ShellWord.of(text)).start();

    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(text + ".");
  }

  @Test
  void whatIsPlainStaysAsItIs() {
    assertThat(ShellWord.of("netrc:/home/ann/.netrc")).isEqualTo("netrc:/home/ann/.netrc");
  }
}
