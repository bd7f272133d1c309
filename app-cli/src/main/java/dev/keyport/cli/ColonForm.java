package dev.keyport.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Turns Heroku's colon form into the space form: {@code auth:token} into {@code auth token}. */
final class ColonForm {
  private ColonForm() {}

  /** The arguments with the verb, and what {@code help} is asked about, in space form. */
  static String[] split(CommandLine root, String[] args) {
    List<String> split = new ArrayList<>();
    int verb = verbIndex(root, args);
    for (int i = 0; i < args.length; i++) {
      boolean isVerb = i == verb || (i == verb + 1 && verb < args.length && helpAt(args, verb));
      if (isVerb && !args[i].startsWith("-")) {
        split.addAll(Arrays.asList(args[i].split(":", -1)));
      } else {
        split.add(args[i]);
      }
    }
    return split.toArray(String[]::new);
  }

  private static boolean helpAt(String[] args, int verb) {
    return args[verb].equals("help");
  }

  /** The first argument that is neither an option nor an option's value. */
  private static int verbIndex(CommandLine root, String[] args) {
    int i = 0;
    while (i < args.length && args[i].startsWith("-")) {
      OptionSpec option = root.getCommandSpec().findOption(args[i]);
      i += option != null && option.arity().max() > 0 ? 2 : 1;
    }
    return i;
  }
}
