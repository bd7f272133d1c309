package dev.keyport.cli;

import dev.keyport.cli.io.ErrorPrinter;
import dev.keyport.domain.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells what is wrong with a command line without repeating what was typed beyond the names of
 * verbs and options: the rest could be a secret in the wrong place.
 */
final class UsageErrors {
  private final ErrorPrinter errors;

  UsageErrors(ErrorPrinter errors) {
    this.errors = errors;
  }

  int print(ParameterException e) {
    String help = "see: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    return errors.print(ErrorCode.USAGE, message(e), Optional.of(hint(e).orElse(help)));
  }

  private static String message(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(e.getCommandLine(), unmatched.getUnmatched());
    }
    boolean ownWords =
        e.getClass() == ParameterException.class
            || e instanceof MissingParameterException
            || e instanceof OverwrittenOptionException;
    if (ownWords) {
      String text = String.valueOf(e.getMessage());
      return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
    return "the command line can't be read"
        + (e.getArgSpec() == null ? "" : ": see " + e.getArgSpec().paramLabel());
  }

  private static String unmatched(CommandLine at, List<String> arguments) {
    String first = arguments.get(0);
    if (first.startsWith("-")) {
      int equals = first.indexOf('=');
      return "there is no option " + (equals < 0 ? first : first.substring(0, equals));
    }
    if (!at.getSubcommands().isEmpty()) {
      return "there is no verb \"" + first + "\"";
    }
    return "too many arguments for " + at.getCommandSpec().qualifiedName();
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
