package dev.keyport.it.verbs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Runs the packaged command, as a person does. */
public final class InOwnProcess implements Command {
  /** A runner, which has no state. */
  public InOwnProcess() {}

  @Override
  public Ended run(List<String> arguments, String stdin, Map<String, String> environment) {
    List<String> words =
        Stream.concat(PackagedCommand.words().stream(), arguments.stream()).toList();
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.directory(Path.of(Objects.requireNonNull(environment.get("HOME"), "HOME")).toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return WatchedProcess.run(builder, stdin, process -> {});
  }
}
