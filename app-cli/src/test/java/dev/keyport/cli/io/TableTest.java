package dev.keyport.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Text in columns. */
class TableTest {
  @Test
  void eachColumnIsAsWideAsItsWidestCell() {
    assertThat(Table.of(List.of(List.of("a", "bbb", "c"), List.of("aaaa", "b", "cc"))))
        .containsExactly("a     bbb  c", "aaaa  b    cc");
  }

  @Test
  void aLineEndsWithoutBlanks() {
    assertThat(Table.of(List.of(List.of("a", ""), List.of("aaaa", "b"), List.of("", ""))))
        .containsExactly("a", "aaaa  b", "");
  }

  @Test
  void rowsMayDifferInLength() {
    assertThat(Table.of(List.of(List.of("a"), List.of("aa", "b"), List.of())))
        .containsExactly("a", "aa  b", "");
  }

  @Test
  void noRowsAreNoLines() {
    assertThat(Table.of(List.of())).isEmpty();
  }
}
