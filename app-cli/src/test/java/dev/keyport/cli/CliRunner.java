package dev.keyport.cli;

import dev.keyport.cli.io.Streams;
import dev.keyport.domain.settings.Machine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs command lines in this process, for a person with this home folder and nothing else: no
 * environment of the machine's, and nobody to ask, so that it makes no difference whether the tests
 * are run at a terminal.
 */
final class CliRunner {
  private final Path home;
  private final Map<String, String> environment = new HashMap<>();
  private byte[] stdin = new byte[0];
  private boolean full;
  private Path workingFolder;

  CliRunner(Path home) {
    this.home = home;
    this.workingFolder = home;
  }

  CliRunner with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  CliRunner without(String variable) {
    environment.remove(variable);
    return this;
  }

  CliRunner in(Path folder) {
    workingFolder = folder;
    return this;
  }

  CliRunner typing(String input) {
    stdin = input.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  /** Whose next answer can't be written. */
  CliRunner withFullOutput() {
    full = true;
    return this;
  }

  /** Runs it with {@code --no-input}. */
  Outcome run(String... args) {
    List<String> all = new ArrayList<>();
    all.add("--no-input");
    all.addAll(Arrays.asList(args));
    return runAsTyped(all.toArray(String[]::new));
  }

  /** Runs it with these arguments alone: for command lines that end before anybody is asked. */
  Outcome runAsTyped(String... args) {
    return run(streams -> new FrontEnd(machine(), streams).run(args));
  }

  /** The same without the front end. */
  Outcome runByPicocli(String... args) {
    return run(streams -> new Cli(machine(), streams).run(args));
  }

  private Machine machine() {
    return new Machine(environment, home, "Linux", workingFolder, home.resolve("etc"));
  }

  private Outcome run(ToIntFunction<Streams> run) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream to = full ? new FullOutput() : out;
    full = false;
    Streams streams =
        new Streams(
            new ByteArrayInputStream(stdin),
            new PrintStream(to, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int status = run.applyAsInt(streams);
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static final class FullOutput extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("no space left on device");
    }
  }

  /**
   * How a run ended.
   *
   * @param status the exit status
   * @param out stdout
   * @param err stderr
   */
  record Outcome(int status, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }

    JsonNode error() {
      return JsonMapper.shared().readTree(err).get("error");
    }
  }
}
