package dev.keyport.netrc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineNumbersTest {
  @Test
  void theyAreThoseOfCountingFromTheStart() {
    for (String text : new String[] {"", "a", "\n", "a\nb", "\n\na\r\n\n", "a\n".repeat(40)}) {
      byte[] bytes = Lines.ascii(text);
      LineNumbers numbers = new LineNumbers(bytes);
      for (int at = 0; at <= bytes.length; at++) {
        assertThat(numbers.at(at)).as("%s at %s", text, at).isEqualTo(Lines.number(bytes, at));
      }
    }
  }
}
