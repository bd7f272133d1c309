package dev.keyport.cli;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ErrorPrinter;
import dev.keyport.cli.io.Streams;
import dev.keyport.cli.verbs.CredentialsGetVerb;
import dev.keyport.cli.verbs.TokenVerb;
import dev.keyport.cli.wiring.GlobalOptions;
import dev.keyport.domain.settings.Machine;
import java.util.Optional;

/**
 * Runs a command line: itself where it has a {@link PlainForm}, by the {@link Cli} where it has
 * none. Both give the same answer, errors and exit status. Plain are the forms that other programs
 * wait for, again and again: they do not wait for picocli to load and be told of every verb.
 */
public final class FrontEnd {
  private final Machine machine;
  private final Streams streams;

  /** For this machine, on these streams. */
  public FrontEnd(Machine machine, Streams streams) {
    this.machine = machine;
    this.streams = streams;
  }

  /**
   * Runs one command.
   *
   * @return the exit status
   */
  public int run(String... args) {
    Optional<PlainForm> plain = PlainForm.read(args);
    if (plain.isEmpty()) {
      return new Cli(machine, streams).run(args);
    }
    VerbRun run = new VerbRun(machine, streams);
    return run.told(new ErrorPrinter(streams.err(), false), () -> run(run, plain.get()));
  }

  private int run(VerbRun run, PlainForm plain) {
    Answer answer = new Answer(streams.out(), false);
    GlobalOptions options = new GlobalOptions(plain.value(PlainForm.STORE), plain.noInput());
    return switch (plain.verb()) {
      case TOKEN -> run.run(new TokenVerb(plain.value(PlainForm.HOST)), options, answer);
      case CREDENTIAL ->
          run.run(
              new CredentialsGetVerb(plain.arguments().get(0), plain.value(PlainForm.LOGIN)),
              options,
              answer);
      case VERSION -> VerbRun.version(answer);
    };
  }
}
