package dev.keyport.it.verbs;

import dev.keyport.cli.FrontEnd;
import dev.keyport.cli.io.Streams;
import dev.keyport.domain.settings.Machine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Runs the command in this process, which takes milliseconds; nobody can be asked. */
public final class InProcess implements Command {
  /** A runner, which has no state. */
  public InProcess() {}

  @Override
  public Ended run(List<String> arguments, String stdin, Map<String, String> environment) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    Path home = Path.of(Objects.requireNonNull(environment.get("HOME"), "HOME"));
    String[] words =
        Stream.concat(Stream.of("--no-input"), arguments.stream()).toArray(String[]::new);
    int exit = new FrontEnd(new Machine(environment, home, "Linux"), streams).run(words);
    return new Ended(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
