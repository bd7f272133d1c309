package dev.keyport.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.NotFoundException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An error is told once, for a person or a program. */
class ErrorPrinterTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private ErrorPrinter printer(boolean json) {
    return new ErrorPrinter(new PrintStream(bytes, false, StandardCharsets.UTF_8), json);
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private JsonNode error() {
    JsonNode document = JsonMapper.shared().readTree(printed());
    assertThat(document.propertyNames()).containsExactly("error");
    return document.get("error");
  }

  @Test
  void aPersonReadsTheMessageAndThenTheWayOut() {
    int status = printer(false).print(new NotFoundException("no key is named \"a\"", "see: keys"));
    assertThat(status).isEqualTo(104);
    assertThat(printed().lines()).containsExactly("keyport: no key is named \"a\"", "  see: keys");
  }

  @Test
  void withoutAWayOutThereIsTheMessageAlone() {
    printer(false).print(new NotFoundException("no key is named \"a\"", null));
    assertThat(printed().lines()).containsExactly("keyport: no key is named \"a\"");
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void aProgramReadsOneObject(ErrorCode code) {
    int status = printer(true).print(code, "what \"happened\"", Optional.of("the way out"));
    assertThat(error().propertyNames()).containsExactly("code", "message", "hint", "exit");
    assertThat(error().get("code").stringValue()).isEqualTo(code.code());
    assertThat(error().get("message").stringValue()).isEqualTo("what \"happened\"");
    assertThat(error().get("hint").stringValue()).isEqualTo("the way out");
    assertThat(error().get("exit").intValue()).isEqualTo(status).isEqualTo(ExitStatus.of(code));
  }

  @Test
  void withoutAWayOutTheHintIsNull() {
    printer(true).print(new NotFoundException("gone", null));
    assertThat(error().get("hint").isNull()).isTrue();
  }

  @Test
  void jsonIsAsciiWhateverTheMessage() {
    printer(true).print(new NotFoundException("kein Schlüssel 🔑", null));
    assertThat(bytes.toByteArray()).doesNotContain((byte) 0xc3).contains('\\');
    assertThat(error().get("message").stringValue()).isEqualTo("kein Schlüssel 🔑");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anUnforeseenErrorShowsItsTypeAndPlaceButNotItsMessage(boolean json) {
    Throwable unforeseen =
        new IllegalStateException("hunter2", new IllegalArgumentException("hunter2 too"));
    unforeseen.addSuppressed(new IllegalStateException("hunter2 three"));
    int status = printer(json).printUnforeseen(unforeseen);
    assertThat(status).isEqualTo(1);
    assertThat(printed())
        .doesNotContain("hunter2")
        .contains("java.lang.IllegalStateException at dev.keyport.cli.io.ErrorPrinterTest.");
  }

  @Test
  void anUnforeseenErrorWithoutAStackIsToldToo() {
    Throwable bare = new IllegalStateException("hunter2");
    bare.setStackTrace(new StackTraceElement[0]);
    assertThat(printer(false).printUnforeseen(bare)).isEqualTo(1);
    assertThat(printed()).contains("IllegalStateException").doesNotContain("hunter2");
  }
}
