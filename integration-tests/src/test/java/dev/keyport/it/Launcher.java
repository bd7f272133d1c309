package dev.keyport.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the packaged command is started: as bin/keyport does, without its building. */
final class Launcher {
  private static final Pattern JVM_FLAG = Pattern.compile("(?<=\\s)-XX?:\\S+");

  private Launcher() {}

  /** The project's root folder. */
  static Path root() {
    return Path.of(property("keyport.root")).toAbsolutePath().normalize();
  }

  /** The words that come before the command's own arguments. */
  static List<String> words() {
    Path jar = Path.of(property("keyport.jar")).toAbsolutePath().normalize();
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("there is no " + jar + ": build app-cli first");
    }
    return Stream.of(
            Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            flags().stream(),
            Stream.of("-jar", jar.toString()))
        .flatMap(words -> words)
        .toList();
  }

  private static List<String> flags() {
    try {
      String script = Files.readString(root().resolve("bin/keyport"));
      return JVM_FLAG.matcher(script).results().map(found -> found.group()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String property(String name) {
    return Objects.requireNonNull(
        System.getProperty(name), () -> name + " is not set: run these tests with Maven");
  }
}
