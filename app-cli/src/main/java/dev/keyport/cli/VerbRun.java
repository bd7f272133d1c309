package dev.keyport.cli;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ErrorPrinter;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.io.Streams;
import dev.keyport.cli.terminal.TerminalPerson;
import dev.keyport.cli.verbs.Verb;
import dev.keyport.cli.wiring.BuildInfo;
import dev.keyport.cli.wiring.DaggerKeyportComponent;
import dev.keyport.cli.wiring.GlobalOptions;
import dev.keyport.cli.wiring.Invocation;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.cli.wiring.Preferences;
import dev.keyport.cli.wiring.Resources;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * What happens once a command line is understood, by whichever reader: the verb is wired and run,
 * and what goes wrong is told. Knows nothing of picocli, which the {@link FrontEnd} does without.
 */
final class VerbRun {
  private final Machine machine;
  private final Streams streams;

  VerbRun(Machine machine, Streams streams) {
    this.machine = machine;
    this.streams = streams;
  }

  /**
   * Does the work of a command and tells its errors, that of an answer which did not arrive too.
   *
   * @param work gives the exit status, or raises what is told
   * @return the exit status
   */
  int told(ErrorPrinter errors, IntSupplier work) {
    Answer answered = new Answer(streams.out(), false);
    try {
      int status = work.getAsInt();
      return answered.arrived()
          ? status
          : errors.print(ErrorCode.FAILED, Answer.NOT_WRITTEN, Optional.empty());
    } catch (KeyportException e) {
      return errors.print(e);
    } catch (RuntimeException e) {
      return errors.printUnforeseen(e);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return errors.printUnforeseen(e);
    } finally {
      answered.flush();
    }
  }

  /** Wires the verb, runs it, and closes what it opened. */
  int run(Verb verb, GlobalOptions options, Answer answer) {
    Preferences preferences = Preferences.of(machine, options, streams);
    InteractionPolicy policy =
        options.noInput() ? InteractionPolicy.NEVER : InteractionPolicy.IF_VISIBLE;
    TerminalPerson person =
        TerminalPerson.at(
            streams.in(),
            streams.err(),
            policy,
            machine,
            () -> preferences.isColored(true),
            preferences::usualBrowser);
    KeyportComponent component =
        DaggerKeyportComponent.factory()
            .create(new Invocation(preferences, options, streams, person));
    Resources resources = component.resources();
    try {
      return verb.run(component, answer);
    } finally {
      resources.close();
    }
  }

  /** Answers the version. */
  static int version(Answer answer) {
    if (answer.isJson()) {
      answer.document(new Json.Fields().put("version", BuildInfo.version()).map());
    } else {
      answer.line("keyport " + BuildInfo.version());
    }
    return ExitStatus.DONE;
  }
}
