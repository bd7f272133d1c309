package dev.keyport.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.SettingKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The options that every verb takes, before the verb or after it. */
class GlobalOptionsTest {
  /** A root with a verb. */
  @Command(name = "root", subcommands = Sub.class)
  static final class Root {
    @Mixin final GlobalOptions options = new GlobalOptions();
  }

  /** The verb. */
  @Command(name = "sub")
  static final class Sub {}

  private static GlobalOptions parse(String... args) {
    Root root = new Root();
    new CommandLine(root).parseArgs(args);
    return root.options;
  }

  @Test
  void withNoneGivenTheDefaultsHold() {
    GlobalOptions options = parse();
    assertThat(options.flags()).isEmpty();
    assertThat(options.json()).isFalse();
    assertThat(options.noInput()).isFalse();
    assertThat(options.debug()).isFalse();
    assertThat(options.isHelpAsked()).isFalse();
  }

  @Test
  void theyStandBeforeTheVerbOrAfterIt() {
    GlobalOptions before = parse("--store", "memory", "--json", "--timeout=2m", "sub");
    GlobalOptions after = parse("sub", "--store", "memory", "--json", "--timeout=2m");
    for (GlobalOptions options : new GlobalOptions[] {before, after}) {
      assertThat(options.flags()).containsEntry(SettingKey.STORE, "memory");
      assertThat(options.json()).isTrue();
      assertThat(options.flags()).containsEntry(SettingKey.TIMEOUT, "2m");
    }
    assertThat(parse("sub", "--no-input", "--debug", "-h"))
        .satisfies(options -> assertThat(options.noInput()).isTrue())
        .satisfies(options -> assertThat(options.debug()).isTrue())
        .satisfies(options -> assertThat(options.isHelpAsked()).isTrue());
  }

  @Test
  void anotherColourIsRefused() {
    GlobalOptions options = parse("--color", "sometimes");
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(options::check)
        .withMessageContaining("auto, always or never");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0s", "10", "-1s", "1w", "s"})
  void whatIsNoDurationIsRefused(String typed) {
    GlobalOptions options = parse("--timeout", typed);
    assertThatExceptionOfType(UsageException.class).isThrownBy(options::check);
  }
}
