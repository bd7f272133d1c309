package dev.keyport.netrc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of docs/stores.md says of values what a save says of them. */
class StoresPageTest {
  private static final Path PAGE = Path.of("..", "docs", "stores.md");
  private static final String HEADER = "| a value with | is misread by |";

  /** One for each clause that there is. */
  private static final List<String> VALUES =
      List.of(
          "two words",
          "\"quoted",
          "#hash",
          "ends\\",
          "two \"words",
          "two wo/\\rds",
          "in\\ner",
          "in,ner",
          "x".repeat(ValueForm.MAX_BYTES),
          "\u00e4",
          "in\u00a0ner");

  @Test
  void itsRowsAreTheMessages() throws IOException {
    Set<String> rows = new LinkedHashSet<>();
    for (String value : VALUES) {
      for (String clause : Misreadings.of(value.toCharArray())) {
        String[] parts = clause.split(" by ", 2);
        rows.add("| " + parts[0] + " | " + parts[1] + " |");
      }
    }
    List<String> lines = Files.readAllLines(PAGE);
    int header = lines.indexOf(HEADER);
    assertThat(header).as("the line %s", HEADER).isNotNegative();

    Stream<String> table = lines.stream().skip(header + 2L).takeWhile(line -> line.startsWith("|"));
    assertThat(table).containsExactlyInAnyOrderElementsOf(rows);
  }
}
