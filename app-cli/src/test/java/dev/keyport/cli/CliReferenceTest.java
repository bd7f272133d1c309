package dev.keyport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The reference and the help say what the commands do. */
@Tag("slow")
class CliReferenceTest {
  private static final Path PAGE = Path.of("..", "docs", "cli.md");
  private static final String UPDATE = "keyport.docs.update";
  private static final int WIDTH = 80;

  /** The environment variables that a verb may be told by; the machine's own are not ours. */
  private static final Set<String> VARIABLES =
      Set.of("HEROKU_API_KEY", "HEROKU_HOST", "HEROKU_API_URL", "HEROKU_GIT_HOST", "KEYPORT_STORE");

  @TempDir Path home;

  private static CommandLine commands() {
    return Cli.commandLine(new KeyportCommand());
  }

  static Stream<String> verbs() {
    return CliReference.verbsByName(commands()).keySet().stream();
  }

  static Stream<String> examples() {
    return CliReference.verbsByName(commands()).values().stream()
        .flatMap(verb -> CliReference.examples(verb).stream());
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    if (Boolean.getBoolean(UPDATE)) {
      Files.writeString(PAGE, CliReference.page());
    }
    assertThat(Files.readString(PAGE).replace("\r\n", "\n"))
        .as(
            "docs/cli.md against the commands; to update it: mvn test -pl app-cli -am"
                + " -Dtest=CliReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -D%s=true",
            UPDATE)
        .isEqualTo(CliReference.page());
  }

  @Test
  void thePageIsTheSameInEveryLocale() {
    String page = CliReference.page();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(CliReference.page()).isEqualTo(page);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void everyVerbCodeAndVariableIsOnIt() {
    String page = CliReference.page();
    assertThat(page).doesNotContain("{{").contains("## Exit status\n");
    assertThat(verbs()).hasSizeGreaterThan(10).allMatch(verb -> page.contains("## " + verb + "\n"));
    assertThat(CliReference.ofVerbs()).allMatch(code -> page.contains("`" + code.code() + "`"));
    assertThat(VARIABLES).allMatch(variable -> page.contains("`" + variable + "`"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsACommandLine(String example) {
    List<String> words = List.of(example.replaceFirst(" < .*", "").split(" "));
    assertThat(words.get(0)).isEqualTo("keyport");
    CommandLine line = commands();
    String[] args = words.subList(1, words.size()).toArray(String[]::new);
    assertThatCode(() -> line.parseArgs(ColonForm.split(line, args))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void everyHelpFitsItsTerminalAndEndsInExamples(String verb) {
    CliRunner.Outcome help = new CliRunner(home).runAsTyped("help", verb);
    assertThat(help.status()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out().lines()).allMatch(line -> line.length() <= WIDTH);
    assertThat(help.out())
        .isEqualTo(new CliRunner(home).runAsTyped(verb, "--help").out())
        .contains("\nOptions:\n");
    if (!Set.of("version", "help").contains(verb)) {
      assertThat(help.out()).contains("\nExamples:\n  keyport " + verb);
    }
  }

  @Test
  void theRootsHelpFitsToo() {
    CliRunner.Outcome help = new CliRunner(home).runAsTyped();
    assertThat(help.status()).isZero();
    assertThat(help.out().lines()).allMatch(line -> line.length() <= WIDTH);
    assertThat(help.out()).isEqualTo(new CliRunner(home).runAsTyped("--help").out());
  }

  @Test
  void colourIsUsedOnlyWhereItIsWanted() {
    assertThat(new CliRunner(home).runAsTyped("--help", "--color", "always").out())
        .contains("\u001b[");
    assertThat(new CliRunner(home).runAsTyped("--help", "--color", "never").out())
        .doesNotContain("\u001b[");
    assertThat(new CliRunner(home).with("NO_COLOR", "1").runAsTyped("--help").out())
        .doesNotContain("\u001b[");
  }
}
