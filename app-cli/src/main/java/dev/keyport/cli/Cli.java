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
import dev.keyport.cli.wiring.Resources;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line, from arguments to exit status. */
public final class Cli {
  private static final String NOT_WRITTEN =
      "the answer can't be written to stdout: it was closed, or what it goes to is full";

  private final Machine machine;
  private final Streams streams;

  /** For this machine, on these streams. */
  public Cli(Machine machine, Streams streams) {
    this.machine = machine;
    this.streams = streams;
  }

  /** The parser, as the reference in the docs is made from it too. */
  static CommandLine commandLine(KeyportCommand root) {
    CommandLine line =
        new CommandLine(root)
            .setUsageHelpAutoWidth(false)
            .setPosixClusteredShortOptionsAllowed(true)
            // An argument is what was typed, never a file to read more of them from.
            .setExpandAtFiles(false);
    addHeadings(line);
    return line;
  }

  private static void addHeadings(CommandLine line) {
    line.getCommandSpec()
        .usageMessage()
        .parameterListHeading("%nArguments:%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nVerbs:%n");
    line.getSubcommands().values().forEach(Cli::addHeadings);
  }

  /**
   * Runs one command.
   *
   * @return the exit status
   */
  public int run(String... args) {
    KeyportCommand root = new KeyportCommand();
    CommandLine line = commandLine(root);
    ErrorPrinter errors = new ErrorPrinter(streams.err(), Arrays.asList(args).contains("--json"));
    Answer answer = new Answer(streams.out(), root.options().json());
    try {
      ParseResult parsed = line.parseArgs(ColonForm.split(line, args));
      answer = new Answer(streams.out(), root.options().json());
      int status = run(root, deepest(parsed), answer);
      return answer.arrived()
          ? status
          : errors.print(ErrorCode.FAILED, NOT_WRITTEN, Optional.empty());
    } catch (ParameterException e) {
      return new UsageErrors(errors).print(e);
    } catch (KeyportException e) {
      return errors.print(e);
    } catch (RuntimeException e) {
      return errors.printUnforeseen(e);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return errors.printUnforeseen(e);
    } finally {
      answer.flush();
    }
  }

  private static ParseResult deepest(ParseResult parsed) {
    ParseResult deepest = parsed;
    while (deepest.hasSubcommand()) {
      deepest = deepest.subcommand();
    }
    return deepest;
  }

  private int run(KeyportCommand root, ParseResult parsed, Answer answer) {
    CommandLine asked = parsed.commandSpec().commandLine();
    Object command = parsed.commandSpec().userObject();
    root.options().check();
    if (root.options().isHelpAsked() || (command == root && !root.isVersionAsked())) {
      return usage(asked, root);
    }
    if (root.isVersionAsked() || command instanceof KeyportCommand.Version) {
      return version(answer);
    }
    if (command instanceof KeyportCommand.Help help) {
      return usage(described(commandLine(new KeyportCommand()), help.path()), root);
    }
    if (command instanceof Verb verb) {
      return run(verb, root.options(), answer);
    }
    throw new UsageException(
        asked.getCommandName() + " is not a verb by itself", UsageErrors.seeHelp(asked));
  }

  private static CommandLine described(CommandLine root, String[] path) {
    CommandLine found = root;
    for (String name : path) {
      CommandLine next = found.getSubcommands().get(name);
      if (next == null) {
        throw new UsageException(UsageErrors.NO_SUCH_VERB, UsageErrors.seeHelp(found));
      }
      found = next;
    }
    return found;
  }

  private int usage(CommandLine command, KeyportCommand root) {
    Ansi ansi = root.options().isColored(machine) ? Ansi.ON : Ansi.OFF;
    command.usage(streams.out(), ansi);
    return ExitStatus.DONE;
  }

  private static int version(Answer answer) {
    if (answer.isJson()) {
      answer.document(new Json.Fields().put("version", BuildInfo.version()).map());
    } else {
      answer.line("keyport " + BuildInfo.version());
    }
    return ExitStatus.DONE;
  }

  private int run(Verb verb, GlobalOptions options, Answer answer) {
    InteractionPolicy policy =
        options.noInput() ? InteractionPolicy.NEVER : InteractionPolicy.IF_VISIBLE;
    TerminalPerson person =
        TerminalPerson.at(streams.in(), streams.err(), policy, machine.isWindows());
    KeyportComponent component =
        DaggerKeyportComponent.factory().create(new Invocation(machine, options, streams, person));
    Resources resources = component.resources();
    try {
      return verb.run(component, answer);
    } finally {
      resources.close();
    }
  }
}
