package dev.keyport.cli;

import dev.keyport.cli.io.ErrorPrinter;
import dev.keyport.domain.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells what is wrong with a command line in words of its own, made from the names of options and
 * arguments that exist. What was typed is not repeated, nor is picocli's message, which quotes it:
 * it could be a secret in the wrong place. Only the name of an unknown option is.
 */
final class UsageErrors {
  /** What is said of a word that stands where a verb should. */
  static final String NO_SUCH_VERB = "there is no such verb";

  private final ErrorPrinter errors;

  UsageErrors(ErrorPrinter errors) {
    this.errors = errors;
  }

  /** Where the help for this verb is. */
  static String seeHelp(CommandLine verb) {
    return "see: " + verb.getCommandSpec().qualifiedName() + " --help";
  }

  int print(ParameterException e) {
    return errors.print(
        ErrorCode.USAGE,
        message(e),
        Optional.of(hint(e).orElseGet(() -> seeHelp(e.getCommandLine()))));
  }

  private static String message(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(e.getCommandLine(), unmatched.getUnmatched());
    }
    List<String> unknown = e.getCommandLine().getUnmatchedArguments();
    if (!unknown.isEmpty() && unknown.get(0).startsWith("-")) {
      return unmatched(e.getCommandLine(), unknown);
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return missing.getMissing().stream()
              .map(UsageErrors::withValue)
              .collect(Collectors.joining(", "))
          + (missing.getMissing().size() == 1 ? " is missing" : " are missing");
    }
    if (e instanceof OverwrittenOptionException twice) {
      return name(twice.getOverwritten()) + " can be given only once";
    }
    return Optional.ofNullable(e.getArgSpec())
        .map(UsageErrors::unreadable)
        .orElse("the command line can't be read");
  }

  private static String unreadable(ArgSpec argument) {
    if (argument instanceof OptionSpec option && option.arity().max() == 0) {
      return name(option) + " takes no value";
    }
    return "what was given for " + withValue(argument) + " can't be read";
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String withValue(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }

  private static String unmatched(CommandLine at, List<String> arguments) {
    String first = arguments.get(0);
    if (first.startsWith("-")) {
      return optionName(first)
          .map(name -> "there is no option " + name)
          .orElse("there is no such option");
    }
    return at.getSubcommands().isEmpty()
        ? "too many arguments for " + at.getCommandSpec().qualifiedName()
        : NO_SUCH_VERB;
  }

  /**
   * The name alone: of {@code --name=value} what stands before the value, of {@code -nvalue} the
   * one letter; empty when it does not look like a name.
   */
  private static Optional<String> optionName(String typed) {
    int equals = typed.indexOf('=');
    String name = equals < 0 ? typed : typed.substring(0, equals);
    if (!name.startsWith("--")) {
      return Optional.of(name).filter(text -> text.length() > 1).map(text -> text.substring(0, 2));
    }
    return Optional.of(name)
        .filter(text -> text.length() > 2)
        .filter(text -> text.chars().allMatch(c -> c == '-' || (c >= 'a' && c <= 'z')));
  }

  private static Optional<String> hint(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched
        && !e.getCommandLine().getSubcommands().isEmpty()
        && !unmatched.getSuggestions().isEmpty()) {
      return Optional.of("did you mean: " + String.join(", ", unmatched.getSuggestions()) + "?");
    }
    return Optional.empty();
  }
}
