package dev.keyport.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyport.domain.error.UsageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line as it was typed. */
class TypedLineTest {
  private static InputStream typed(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2\n", "hunter2\r\n", "hunter2"})
  void theLineEndIsDropped(String text) throws IOException {
    assertThat(TypedLine.read(typed(text)).orElseThrow().text()).isEqualTo("hunter2");
  }

  @Test
  void blanksAndUnicodeStay() throws IOException {
    assertThat(TypedLine.read(typed(" pässwörd 🔑 \n")).orElseThrow().secret().reveal())
        .isEqualTo(" pässwörd 🔑 ");
  }

  @Test
  void theNextLineIsLeftForTheNextQuestion() throws IOException {
    InputStream in = typed("ann\n\nhunter2\n");
    assertThat(TypedLine.read(in).orElseThrow().text()).isEqualTo("ann");
    assertThat(TypedLine.read(in).orElseThrow().text()).isEmpty();
    assertThat(TypedLine.read(in).orElseThrow().text()).isEqualTo("hunter2");
    assertThat(TypedLine.read(in)).isEmpty();
  }

  @Test
  void theEndOfInputIsNoLine() throws IOException {
    assertThat(TypedLine.read(typed(""))).isEmpty();
  }

  @Test
  void whatIsNotUtf8IsReadInTheLocalesOwnEncoding() throws IOException {
    byte[] latin1 = {'p', (byte) 0xe4, 's', 's', '\n'};
    assertThat(TypedLine.read(new ByteArrayInputStream(latin1)).orElseThrow().text())
        .isEqualTo(new String(latin1, 0, 4, Charset.defaultCharset()));
  }

  @Test
  void moreThan64KibAreRefusedRatherThanCut() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> TypedLine.read(typed("a".repeat(64 * 1024 + 1) + "\n")))
        .withMessageContaining("64 KiB");
  }

  @Test
  void takingTheSecretWipesTheLine() throws IOException {
    TypedLine line = TypedLine.read(typed("hunter2\n")).orElseThrow();
    assertThat(line.secret().reveal()).isEqualTo("hunter2");
    assertThat(line.text()).isEqualTo("\0".repeat(7));
  }
}
