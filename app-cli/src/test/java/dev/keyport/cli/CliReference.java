package dev.keyport.cli;

import dev.keyport.cli.io.ExitStatus;
import dev.keyport.domain.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Writes {@code docs/cli.md}: verbs and options from the commands themselves, exit statuses from
 * their codes, and what neither knows from the template among the test resources. Depends on
 * neither terminal nor locale.
 */
final class CliReference {
  private CliReference() {}

  /** The whole page, in Markdown. */
  static String page() {
    CommandLine root = Cli.commandLine(new KeyportCommand());
    return resource("cli.md")
        .replace("{{global-options}}", options(root.getCommandSpec()))
        .replace("{{overview}}", overview(root))
        .replace("{{verbs}}", verbs(root))
        .replace("{{exit-status}}", exitStatuses())
        .replace("\r\n", "\n");
  }

  /** Every verb by its colon form; one that stands in two places by the shorter form. */
  static Map<String, CommandSpec> verbsByName(CommandLine root) {
    Map<String, CommandSpec> verbs = new LinkedHashMap<>();
    everyVerb(root.getCommandSpec()).stream()
        .filter(verb -> !isGroup(verb))
        .filter(verb -> namesOf(root, verb).get(0).equals(name(verb)))
        .forEach(verb -> verbs.put(name(verb), verb));
    return verbs;
  }

  private static List<CommandSpec> everyVerb(CommandSpec parent) {
    List<CommandSpec> verbs = new ArrayList<>();
    // A verb with an alias is in there by each of its names.
    for (CommandLine child : new LinkedHashSet<>(parent.subcommands().values())) {
      verbs.add(child.getCommandSpec());
      verbs.addAll(everyVerb(child.getCommandSpec()));
    }
    return verbs;
  }

  /** Whether it does nothing by itself. */
  private static boolean isGroup(CommandSpec verb) {
    return !verb.subcommands().isEmpty()
        && !(verb.userObject() instanceof dev.keyport.cli.verbs.Verb);
  }

  /** The names of what this verb does, the shortest first. */
  private static List<String> namesOf(CommandLine root, CommandSpec verb) {
    return everyVerb(root.getCommandSpec()).stream()
        .filter(other -> other.userObject().getClass() == verb.userObject().getClass())
        .flatMap(CliReference::namesAndAliases)
        .sorted((a, b) -> Integer.compare(a.length(), b.length()))
        .toList();
  }

  private static String name(CommandSpec verb) {
    String[] words = verb.qualifiedName(" ").split(" ", -1);
    return String.join(":", Arrays.copyOfRange(words, 1, words.length));
  }

  /** The verb's own name stands before its aliases where they are equally long. */
  private static Stream<String> namesAndAliases(CommandSpec verb) {
    String name = name(verb);
    String group = name.substring(0, name.length() - verb.name().length());
    return Stream.concat(Stream.of(name), Arrays.stream(verb.aliases()).map(group::concat));
  }

  private static String overview(CommandLine root) {
    List<List<String>> rows = new ArrayList<>();
    verbsByName(root)
        .forEach(
            (name, verb) ->
                rows.add(
                    List.of(
                        "[`" + name + "`](#" + name.replace(":", "") + ")", description(verb))));
    return table(List.of("verb", "does"), rows);
  }

  private static String verbs(CommandLine root) {
    return verbsByName(root).values().stream()
        .map(verb -> section(root, verb))
        .collect(Collectors.joining("\n\n"));
  }

  private static String section(CommandLine root, CommandSpec verb) {
    List<String> names = namesOf(root, verb);
    List<String> parts = new ArrayList<>();
    parts.add("## " + names.get(0));
    parts.add(description(verb));
    parts.add("```\n" + synopsis(verb) + "\n```");
    if (names.size() > 1) {
      parts.add("The same as `" + String.join("`, `", names.subList(1, names.size())) + "`.");
    }
    String options = options(verb);
    if (!options.isEmpty()) {
      parts.add(options);
    }
    parts.addAll(footer(verb));
    return String.join("\n\n", parts);
  }

  private static String description(CommandSpec verb) {
    return String.join(" ", verb.usageMessage().description());
  }

  /** With the verb's own options; the global ones go without saying. */
  private static String synopsis(CommandSpec verb) {
    Stream<String> options =
        ownOptions(verb).stream()
            .map(option -> option.required() ? withValue(option) : "[" + withValue(option) + "]");
    Stream<String> parameters = verb.positionalParameters().stream().map(CliReference::parameter);
    return Stream.of(Stream.of("keyport", name(verb)), parameters, options)
        .flatMap(part -> part)
        .collect(Collectors.joining(" "));
  }

  private static String withValue(OptionSpec option) {
    return option.arity().max() == 0
        ? option.longestName()
        : option.longestName() + " " + option.paramLabel();
  }

  private static String parameter(PositionalParamSpec parameter) {
    String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
    return parameter.arity().min() == 0 ? "[" + label + "]" : label;
  }

  private static List<OptionSpec> ownOptions(CommandSpec verb) {
    return verb.options().stream()
        .filter(option -> !option.inherited() && !option.hidden())
        .toList();
  }

  private static String options(CommandSpec verb) {
    List<List<String>> rows = new ArrayList<>();
    verb.positionalParameters()
        .forEach(
            parameter ->
                rows.add(
                    List.of(
                        "`" + parameter.paramLabel() + "`",
                        String.join(" ", parameter.description()))));
    ownOptions(verb)
        .forEach(
            option -> rows.add(List.of(names(option), String.join(" ", option.description()))));
    return rows.isEmpty() ? "" : table(List.of("option", "meaning"), rows);
  }

  private static String names(OptionSpec option) {
    String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
    return Arrays.stream(option.names())
        .map(name -> "`" + name + value + "`")
        .collect(Collectors.joining(", "));
  }

  /** The notes and examples below a verb's help: lines that are indented are what one types. */
  private static List<String> footer(CommandSpec verb) {
    List<String> parts = new ArrayList<>();
    List<String> typed = new ArrayList<>();
    String paragraph = "";
    for (String line : verb.usageMessage().footer()) {
      if (line.startsWith("  ")) {
        typed.add(line.strip());
      } else if (line.isEmpty()) {
        paragraph = "";
      } else if (paragraph.isEmpty()) {
        paragraph = line;
        parts.add(line);
      } else {
        paragraph += "\n" + line;
        parts.set(parts.size() - 1, paragraph);
      }
    }
    if (!typed.isEmpty()) {
      parts.add("```sh\n" + String.join("\n", typed) + "\n```");
    }
    return parts;
  }

  /** The examples below a verb's help, as they are typed. */
  static List<String> examples(CommandSpec verb) {
    return Arrays.stream(verb.usageMessage().footer())
        .filter(line -> line.startsWith("  "))
        .map(String::strip)
        .toList();
  }

  /** The codes that a verb may end with. */
  static List<ErrorCode> ofVerbs() {
    return Arrays.stream(ErrorCode.values()).filter(code -> code != ErrorCode.CLOSED).toList();
  }

  private static String exitStatuses() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("0", "", "Done."));
    for (ErrorCode code : ofVerbs()) {
      String when =
          resource("exit-status.txt")
              .lines()
              .filter(line -> line.startsWith(code.code() + ": "))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalStateException("exit-status.txt does not explain " + code))
              .substring(code.code().length() + 2);
      rows.add(List.of(Integer.toString(ExitStatus.of(code)), "`" + code.code() + "`", when));
    }
    return table(List.of("status", "code", "when"), rows);
  }

  private static String table(List<String> heading, List<List<String>> rows) {
    String rule = "|" + " --- |".repeat(heading.size());
    return Stream.concat(Stream.of(row(heading), rule), rows.stream().map(CliReference::row))
        .collect(Collectors.joining("\n"));
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|").replace("*", "\\*"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            CliReference.class.getResourceAsStream(name),
            () -> String.format(Locale.ROOT, "the test resource %s is missing", name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
