package dev.keyport.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others named can't write to the terminal. */
class PrintableTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "ann@laptop", "Grüße 🔑", "a\tb", "ann  (work)"})
  void ordinaryTextIsLeftAsItIs(String text) {
    assertThat(Printable.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "'a\u001b[2Jb', 'a?[2Jb'",
    "'a\u009b2Jb', a?2Jb",
    "'a\rb', a?b",
    "'a\nb', a?b",
    "'a\u0007b', a?b",
    "'a\u007fb', a?b",
    "'a\u202eb', a?b",
    "'a\u2066b', a?b"
  })
  void whatCouldMoveTheCursorOrTurnTheTextIsNot(String text, String shown) {
    assertThat(Printable.of(text)).isEqualTo(shown);
  }
}
