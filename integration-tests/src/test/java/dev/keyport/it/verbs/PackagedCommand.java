package dev.keyport.it.verbs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that start the packaged command as bin/keyport does, without its building. */
public final class PackagedCommand {
  private static final Pattern JVM_FLAG = Pattern.compile("(?<=\\s)-XX?:\\S+");

  private PackagedCommand() {}

  /** What comes before the command's own arguments. */
  public static List<String> words() {
    Path jar = path("keyport.jar");
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("there is no " + jar + ": build app-cli first");
    }
    return Stream.of(
            Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            flags(),
            Stream.of("-jar", jar.toString()))
        .flatMap(words -> words)
        .toList();
  }

  private static Stream<String> flags() {
    try {
      String script = Files.readString(path("keyport.root").resolve("bin/keyport"));
      return JVM_FLAG.matcher(script).results().map(found -> found.group());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path path(String property) {
    String value =
        Objects.requireNonNull(
            System.getProperty(property), () -> property + " is not set: run this with Maven");
    return Path.of(value).toAbsolutePath().normalize();
  }
}
