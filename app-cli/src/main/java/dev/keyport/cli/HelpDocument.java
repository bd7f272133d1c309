package dev.keyport.cli;

import dev.keyport.cli.io.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command's help as JSON: what the text says, for programs. */
final class HelpDocument {
  private static final String NAME = "name";
  private static final String DESCRIPTION = "description";

  private HelpDocument() {}

  static Map<String, @Nullable Object> of(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    return new Json.Fields()
        .put(NAME, spec.qualifiedName())
        .put(DESCRIPTION, text(spec.usageMessage().description()))
        .put("arguments", spec.positionalParameters().stream().map(HelpDocument::argument).toList())
        .put("options", spec.options().stream().map(HelpDocument::option).toList())
        .put("verbs", command.getSubcommands().values().stream().map(HelpDocument::verb).toList())
        .put("notes", text(spec.usageMessage().footer()))
        .map();
  }

  private static Map<String, @Nullable Object> argument(PositionalParamSpec argument) {
    return new Json.Fields()
        .put(NAME, argument.paramLabel())
        .put(DESCRIPTION, text(argument.description()))
        .put("required", argument.required())
        .map();
  }

  private static Map<String, @Nullable Object> option(OptionSpec option) {
    return new Json.Fields()
        .put("names", List.of(option.names()))
        .put("value", option.arity().max() == 0 ? null : option.paramLabel())
        .put(DESCRIPTION, text(option.description()))
        .put("required", option.required())
        .map();
  }

  private static Map<String, @Nullable Object> verb(CommandLine verb) {
    return new Json.Fields()
        .put(NAME, verb.getCommandName())
        .put(DESCRIPTION, text(verb.getCommandSpec().usageMessage().description()))
        .map();
  }

  private static String text(String... lines) {
    return String.join("\n", Arrays.asList(lines)).strip();
  }
}
