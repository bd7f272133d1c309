package dev.keyport.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.settings.Machine;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalWidthTest {
  private static Machine machine(String columns) {
    return new Machine(Map.of("COLUMNS", columns), Path.of("/nowhere"), "Linux");
  }

  @ParameterizedTest
  @CsvSource({
    "'24 132\n', '', 132",
    "'24 132\n', 100, 100",
    "'24 132\n', many, 132",
    "'24 132\n', 0, 132",
    "'0 0\n', '', 80",
    "'', '', 80",
    "'stty: standard input: not a tty', '', 80",
    "'24 5\n', '', 20"
  })
  void isAsTheVariableTheTerminalOrTheUsual(String size, String variable, int columns) {
    assertThat(new TerminalWidth(() -> Optional.of(size)).columns(machine(variable)))
        .hasValue(columns);
  }

  @Test
  void isAnythingWhereThereIsNoTerminal() {
    assertThat(TerminalWidth.none().columns(machine("100"))).isEmpty();
    assertThat(new Streams(System.in, System.out, System.err).width().columns(machine("9")))
        .isEmpty();
  }
}
