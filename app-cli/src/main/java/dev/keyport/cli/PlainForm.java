package dev.keyport.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line in one of the forms that are read without picocli:
 *
 * <pre>
 * [--no-input] auth:token [--host HOST] [OPTION...]
 * [--no-input] credentials:get HOST [--login LOGIN] [OPTION...]
 * version | --version | -V
 * </pre>
 *
 * where OPTION is {@code --store SPEC} or {@code --no-input}, in any order, each at most once, and
 * the colon may be a space. A value stands apart from its option, is not empty and begins with no
 * hyphen. Whatever else picocli might understand, or refuse, is no plain form.
 *
 * @param verb which
 * @param arguments as many as the verb takes
 * @param values of the options given that have one, by their names
 * @param noInput whether {@code --no-input} was given
 */
record PlainForm(Verb verb, List<String> arguments, Map<String, String> values, boolean noInput) {
  static final String STORE = "--store";
  static final String HOST = "--host";
  static final String LOGIN = "--login";
  private static final String NO_INPUT = "--no-input";
  private static final List<String> VERSION = List.of("version", "--version", "-V");

  /** The verbs that have plain forms. */
  enum Verb {
    TOKEN("auth:token", 0, HOST),
    CREDENTIAL("credentials:get", 1, LOGIN),
    VERSION("version", 0, "");

    private final String colonForm;
    private final int arguments;
    private final String option;

    Verb(String colonForm, int arguments, String option) {
      this.colonForm = colonForm;
      this.arguments = arguments;
      this.option = option;
    }
  }

  /** The arguments in plain form; empty when they are in none. */
  static Optional<PlainForm> read(String... args) {
    if (args.length == 1 && VERSION.contains(args[0])) {
      return Optional.of(new PlainForm(Verb.VERSION, List.of(), Map.of(), false));
    }
    List<String> words = new ArrayList<>(Arrays.asList(args));
    boolean noInput = !words.isEmpty() && words.get(0).equals(NO_INPUT);
    if (noInput) {
      words.remove(0);
    }
    for (Verb verb : List.of(Verb.TOKEN, Verb.CREDENTIAL)) {
      int length = verbLength(words, verb.colonForm);
      if (length > 0) {
        return read(verb, words.subList(length, words.size()), noInput);
      }
    }
    return Optional.empty();
  }

  /** How many words the verb has here: one or two, or none where it is not this. */
  private static int verbLength(List<String> words, String colonForm) {
    if (!words.isEmpty() && words.get(0).equals(colonForm)) {
      return 1;
    }
    return words.size() > 1 && colonForm.equals(words.get(0) + ":" + words.get(1)) ? 2 : 0;
  }

  private static Optional<PlainForm> read(Verb verb, List<String> words, boolean noInputBefore) {
    List<String> arguments = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    boolean noInput = noInputBefore;
    Iterator<String> rest = words.iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      if (word.equals(NO_INPUT) && !noInput) {
        noInput = true;
      } else if (word.equals(STORE) || word.equals(verb.option)) {
        String value = rest.hasNext() ? rest.next() : "";
        if (!isPlain(value) || values.put(word, value) != null) {
          return Optional.empty();
        }
      } else if (isPlain(word)) {
        arguments.add(word);
      } else {
        return Optional.empty();
      }
    }
    return arguments.size() == verb.arguments
        ? Optional.of(new PlainForm(verb, arguments, values, noInput))
        : Optional.empty();
  }

  private static boolean isPlain(String value) {
    return !value.isEmpty() && value.charAt(0) != '-';
  }

  /** The value of an option. */
  Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }
}
