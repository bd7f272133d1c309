package dev.keyport.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void oneColumnIsCutToTheTerminal(int column) {
    List<List<String>> rows =
        List.of(
            List.of("short", "short", "short"),
            List.of("a rather longer one", "another rather long", "the last of them all"));

    List<String> lines = Table.of(rows, column, OptionalInt.of(58));

    assertThat(lines).allMatch(line -> line.length() <= 58);
    assertThat(lines.get(1)).contains("…");
    for (int other = 0; other < 3; other++) {
      if (other != column) {
        assertThat(lines.get(1)).contains(rows.get(1).get(other));
      }
    }
    assertThat(Table.of(rows, column, OptionalInt.empty())).isEqualTo(Table.of(rows));
    assertThat(Table.of(rows, column, OptionalInt.of(62))).isEqualTo(Table.of(rows));
    assertThat(Table.of(rows, column, OptionalInt.of(61))).isNotEqualTo(Table.of(rows));
  }

  @Test
  void whatMattersIsNotCutWhereThereIsNoRoom() {
    assertThat(Table.of(List.of(List.of("a description", "an-id")), 0, OptionalInt.of(3)))
        .containsExactly("a descripti…  an-id");
  }

  @Test
  void characterPairsAreCutWhole() {
    assertThat(Table.of(List.of(List.of("\uD83D\uDD11".repeat(13), "id")), 0, OptionalInt.of(6)))
        .containsExactly("\uD83D\uDD11".repeat(11) + "…  id");
  }
}
