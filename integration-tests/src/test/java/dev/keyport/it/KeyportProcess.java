package dev.keyport.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The command, and others, run in a HOME of their own: of this machine's environment they see PATH
 * only. Immutable; the {@code with} methods return a changed copy.
 */
final class KeyportProcess {
  private final Home home;
  private final Secrets secrets;
  private final Map<String, String> environment;
  private final List<String> prefix;

  private KeyportProcess(
      Home home, Secrets secrets, Map<String, String> environment, List<String> prefix) {
    this.home = home;
    this.secrets = secrets;
    this.environment = Map.copyOf(environment);
    this.prefix = prefix;
  }

  /** In this home, with these host variables. */
  static KeyportProcess in(Home home, Secrets secrets, Map<String, String> hosts) {
    Map<String, String> environment = new HashMap<>(hosts);
    environment.put("HOME", home.folder().toString());
    environment.put("PATH", Optional.ofNullable(System.getenv("PATH")).orElse(""));
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    return new KeyportProcess(home, secrets, environment, List.of());
  }

  Home home() {
    return home;
  }

  KeyportProcess with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new KeyportProcess(home, secrets, more, prefix);
  }

  KeyportProcess without(String variable) {
    Map<String, String> fewer = new HashMap<>(environment);
    fewer.remove(variable);
    return new KeyportProcess(home, secrets, fewer, prefix);
  }

  /** Run by another command, such as setpriv. */
  KeyportProcess by(String... command) {
    return new KeyportProcess(home, secrets, environment, List.of(command));
  }

  /** Runs the command with nothing on its standard input. */
  Outcome run(String... arguments) {
    return runWithInput("", arguments);
  }

  /** Runs the command with this on its standard input. */
  Outcome runWithInput(String stdin, String... arguments) {
    List<String> words = concat(concat(prefix, Launcher.words()), List.of(arguments));
    return run(words, stdin, "keyport " + String.join(" ", arguments));
  }

  /** Starts the command, and leaves it to the caller; what it writes is dropped. */
  Process start(String... arguments) {
    List<String> words = concat(concat(prefix, Launcher.words()), List.of(arguments));
    try {
      return builder(words)
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a shell command line; {@code keyport} in it is the command. */
  Outcome shell(String line) {
    return withCommandOnPath().run(List.of("sh", "-c", line), "", line);
  }

  /** Starts a shell command line at a terminal; {@code keyport} in it is the command. */
  Terminal terminal(String line) {
    KeyportProcess named = withCommandOnPath();
    return Terminal.start(
        named.builder(List.of("script", "-qec", line, "/dev/null")), secrets, line);
  }

  private Outcome run(List<String> words, String stdin, String name) {
    secrets.learn();
    Processes.Ended ended = Processes.run(builder(words), stdin, secrets.mask(name));
    secrets.learn();
    return new Outcome(
        secrets.mask(name),
        ended.exit(),
        secrets.mask(ended.stdout()),
        secrets.mask(ended.stderr()));
  }

  private ProcessBuilder builder(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words).directory(home.folder().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  private KeyportProcess withCommandOnPath() {
    Path script = home.tools().resolve("keyport");
    try {
      if (Files.notExists(script)) {
        Files.writeString(
            script, "#!/bin/sh\nexec '" + String.join("' '", Launcher.words()) + "' \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return with("PATH", home.tools() + ":" + environment.get("PATH"));
  }

  private static List<String> concat(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
