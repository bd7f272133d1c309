package dev.keyport.it.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No verb is left out of the suites that are made from the registry. */
class VerbRegistryTest {
  /** Made from the commands, and checked against them where it is made. */
  private static final Path REFERENCE = Path.of("..", "docs", "cli.md");

  private static final Pattern ROW = Pattern.compile("(?m)^\\| \\[`([^`]+)`]\\(#");

  @Test
  void everyVerbIsRegistered() throws IOException {
    Set<String> documented =
        ROW.matcher(Files.readString(REFERENCE))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toSet());

    assertThat(documented).as("verbs in %s", REFERENCE).contains("login", "help");
    assertThat(VerbRegistry.verbs())
        .as("verbs in VerbRegistry; add a use of each new verb there")
        .isEqualTo(documented);
  }

  @Test
  void usesDiffer() {
    assertThat(VerbRegistry.uses()).extracting(VerbUse::toString).doesNotHaveDuplicates();
  }
}
