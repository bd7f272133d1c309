package dev.keyport.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.credential.Secret;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands on stdout. */
class AnswerTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Answer answer =
      new Answer(new PrintStream(bytes, false, StandardCharsets.UTF_8), false);

  private byte[] answered() {
    answer.flush();
    return bytes.toByteArray();
  }

  @Test
  void aSecretComesOutAsItWentInAndALineEnd() {
    answer.secret(Secret.of("pässwörd 🔑"));
    assertThat(answered())
        .isEqualTo(("pässwörd 🔑" + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void textIsUtf8() {
    answer.line("Grüße");
    assertThat(answered())
        .isEqualTo(("Grüße" + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void jsonIsAsciiAndKeepsTheOrderOfItsFields() {
    answer.document(
        new Json.Fields()
            .put("z", "Grüße 🔑")
            .put("a", Optional.empty())
            .put("b", Optional.of("text"))
            .put("c", List.of(1, true))
            .put("d", null)
            .map());
    assertThat(new String(answered(), StandardCharsets.UTF_8)).matches("[\\r\\n -~]+");
    JsonNode read = JsonMapper.shared().readTree(answered());
    assertThat(read.propertyNames()).containsExactly("z", "a", "b", "c", "d");
    assertThat(read.get("z").stringValue()).isEqualTo("Grüße 🔑");
    assertThat(read.get("a").isNull()).isTrue();
    assertThat(read.get("b").stringValue()).isEqualTo("text");
  }

  @Test
  void noDocumentIsNull() {
    answer.document(null);
    assertThat(new String(answered(), StandardCharsets.US_ASCII).strip()).isEqualTo("null");
  }

  @Test
  void aSecretPutInADocumentByMistakeIsNotShown() {
    assertThat(Json.write(new Json.Fields().put("x", Optional.of(Secret.of("hunter2"))).map()))
        .doesNotContain("hunter2");
  }
}
