package dev.keyport.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyport.domain.error.InterruptedByPersonException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The person is asked at the terminal, and told the rest on stderr. */
class TerminalPersonTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private PrintStream stream() {
    return new PrintStream(err, true, StandardCharsets.UTF_8);
  }

  private Pages pages(Map<String, String> environment) {
    return new Pages(
        stream(), new Machine(environment, Path.of("/home/ann"), "Linux"), () -> false);
  }

  private TerminalPerson person(InteractionPolicy policy, Optional<Tty> tty) {
    return new TerminalPerson(stream(), policy, () -> tty, pages(Map.of("TERM", "dumb")));
  }

  private TerminalPerson at(ScriptedTty tty) {
    return person(InteractionPolicy.IF_VISIBLE, Optional.of(tty));
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aLineIsAskedForAndTrimmed() {
    ScriptedTty tty = new ScriptedTty("  ann@example.com ");
    assertThat(at(tty).ask("Email", Optional.empty())).isEqualTo("ann@example.com");
    assertThat(tty.prompts).containsExactly("Email: ");
  }

  @Test
  void anEmptyAnswerStandsForThePreset() {
    ScriptedTty tty = new ScriptedTty("", "");
    TerminalPerson person = at(tty);
    assertThat(person.ask("Email", Optional.of("ann@example.com"))).isEqualTo("ann@example.com");
    assertThat(person.ask("Email", Optional.empty())).isEmpty();
    assertThat(tty.prompts).containsExactly("Email [ann@example.com]: ", "Email: ");
  }

  @Test
  void aSecretIsTakenAsTypedAndNeverShown() {
    ScriptedTty tty = new ScriptedTty(" hunter2 ");
    assertThat(at(tty).askSecret("Password").reveal()).isEqualTo(" hunter2 ");
    assertThat(tty.prompts).containsExactly("Password (hidden): ");
    assertThat(said()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"y,true", "YES,true", " n ,false", "No,false", "'',true"})
  void yesAndNoAreUnderstood(String typed, boolean meant) {
    ScriptedTty tty = new ScriptedTty(typed);
    assertThat(at(tty).confirm("Add it?", true)).isEqualTo(meant);
    assertThat(tty.prompts).containsExactly("Add it? [Y/n] ");
  }

  @Test
  void anythingElseIsAskedAnew() {
    ScriptedTty tty = new ScriptedTty("perhaps", "");
    assertThat(at(tty).confirm("Add it?", false)).isFalse();
    assertThat(tty.prompts).containsExactly("Add it? [y/N] ", "Add it? [y/N] ");
    assertThat(said().lines()).containsExactly("Please answer y or n.");
  }

  @Test
  void theEndOfInputIsAnInterruption() {
    TerminalPerson person = at(new ScriptedTty());
    assertThatExceptionOfType(InterruptedByPersonException.class)
        .isThrownBy(() -> person.ask("Email", Optional.of("preset")))
        .withMessageContaining("Email");
    assertThatExceptionOfType(InterruptedByPersonException.class)
        .isThrownBy(() -> person.askSecret("Password"));
    assertThatExceptionOfType(InterruptedByPersonException.class)
        .isThrownBy(() -> person.confirm("Add it?", true));
  }

  @Test
  void withoutATerminalNobodyIsAsked() {
    TerminalPerson person = person(InteractionPolicy.IF_VISIBLE, Optional.empty());
    assertThat(person.canAsk()).isFalse();
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> person.ask("Email", Optional.of("preset")))
        .withMessageContaining("Email")
        .withMessageContaining("terminal")
        .satisfies(e -> assertThat(e.hint()).isPresent());
    assertThatExceptionOfType(UsageException.class).isThrownBy(() -> person.askSecret("Password"));
    assertThatExceptionOfType(UsageException.class).isThrownBy(() -> person.confirm("?", true));
  }

  @Test
  void underPolicyNeverNoTerminalIsLookedFor() {
    AtomicInteger opened = new AtomicInteger();
    TerminalPerson person =
        new TerminalPerson(
            stream(),
            InteractionPolicy.NEVER,
            () -> {
              opened.incrementAndGet();
              return Optional.of(new ScriptedTty("y"));
            },
            pages(Map.of()));
    assertThat(person.canAsk()).isFalse();
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> person.confirm("Add it?", true))
        .withMessageContaining("--no-input");
    assertThat(opened).hasValue(0);
  }

  @Test
  void theTerminalIsLookedForOnce() {
    AtomicInteger opened = new AtomicInteger();
    TerminalPerson person =
        new TerminalPerson(
            stream(),
            InteractionPolicy.IF_VISIBLE,
            () -> {
              opened.incrementAndGet();
              return Optional.empty();
            },
            pages(Map.of()));
    assertThat(opened).hasValue(0);
    assertThat(person.canAsk()).isFalse();
    assertThat(person.canAsk()).isFalse();
    assertThat(opened).hasValue(1);
  }

  @Test
  void aWarningIsToldOnce() {
    TerminalPerson person = person(InteractionPolicy.NEVER, Optional.empty());
    person.tell("Done.");
    person.warn("the file is readable by others");
    person.warn("the file is readable by others");
    person.tell("Done.");
    assertThat(said().lines())
        .containsExactly("Done.", "warning: the file is readable by others", "Done.");
  }
}
