package dev.keyport.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {
  @Test
  void linesBreakAtBlanksAndLongWordsStayWhole() {
    assertThat(Wrapped.of("", 5)).containsExactly("");
    assertThat(Wrapped.of("one two three", 7)).containsExactly("one two", "three");
    assertThat(Wrapped.of("one two three", 6)).containsExactly("one", "two", "three");
    assertThat(Wrapped.of("a /long/path b", 5)).containsExactly("a", "/long/path", "b");
    assertThat(Wrapped.of("/long/path b", 5)).containsExactly("/long/path", "b");
  }
}
