package dev.keyport.cli;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ErrorPrinter;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Streams;
import dev.keyport.cli.verbs.MoveReminder;
import dev.keyport.cli.verbs.Verb;
import dev.keyport.cli.wiring.Preferences;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line, from arguments to exit status. */
public final class Cli {
  private final Machine machine;
  private final Streams streams;
  private final VerbRun verbs;

  /** For this machine, on these streams. */
  public Cli(Machine machine, Streams streams) {
    this.machine = machine;
    this.streams = streams;
    this.verbs = new VerbRun(machine, streams);
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
    return verbs.told(errors, () -> run(root, line, errors, args));
  }

  private int run(KeyportCommand root, CommandLine line, ErrorPrinter errors, String... args) {
    try {
      ParseResult parsed = line.parseArgs(ColonForm.split(line, args));
      return run(root, deepest(parsed), new Answer(streams.out(), root.options().json()));
    } catch (ParameterException e) {
      return new UsageErrors(errors).print(e);
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
    requireWords(parsed);
    if (root.options().isHelpAsked() || (command == root && !root.isVersionAsked())) {
      return usage(asked, root, answer);
    }
    if (root.isVersionAsked() || command instanceof KeyportCommand.Version) {
      return VerbRun.version(answer);
    }
    if (command instanceof KeyportCommand.Help help) {
      return usage(described(commandLine(new KeyportCommand()), help.path()), root, answer);
    }
    if (command instanceof Verb verb) {
      return verbs.run(MoveReminder.before(verb), root.options(), answer);
    }
    throw new UsageException(
        asked.getCommandName() + " is not a verb by itself", UsageErrors.seeHelp(asked));
  }

  private static void requireWords(ParseResult parsed) {
    for (PositionalParamSpec argument : parsed.matchedPositionals()) {
      if (argument.stringValues().stream().anyMatch(String::isBlank)) {
        throw new UsageException(
            argument.paramLabel() + " is empty",
            UsageErrors.seeHelp(parsed.commandSpec().commandLine()));
      }
    }
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

  private int usage(CommandLine command, KeyportCommand root, Answer answer) {
    if (answer.isJson()) {
      answer.document(HelpDocument.of(command));
      return ExitStatus.DONE;
    }
    Ansi ansi =
        Preferences.of(machine, root.options(), streams).isColoredInAnyCase(Ansi.AUTO.enabled())
            ? Ansi.ON
            : Ansi.OFF;
    command.usage(streams.out(), ansi);
    return ExitStatus.DONE;
  }
}
