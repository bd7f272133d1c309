package dev.keyport.it.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param home its folder
 * @param feature its version, as 17
 */
record Jdk(Path home, int feature) {
  private static final int NEWER = 25;
  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  /** The one these tests run on. */
  static Jdk current() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /** One of version 25 or later, found as bin/test finds it; {@code KEYPORT_TEST_JDK} names one. */
  static Optional<Jdk> newer() {
    return Stream.concat(
            Stream.ofNullable(System.getenv("KEYPORT_TEST_JDK")).map(Path::of), installed())
        .filter(home -> Files.isExecutable(home.resolve("bin/javac")))
        .filter(home -> !Files.isSymbolicLink(home))
        .map(home -> new Jdk(home, featureOf(home)))
        .filter(jdk -> jdk.feature() >= NEWER)
        .findFirst();
  }

  Path java() {
    return home.resolve("bin/java");
  }

  private static Stream<Path> installed() {
    try (Stream<Path> homes = Files.list(INSTALLED)) {
      return List.copyOf(homes.sorted().toList()).stream();
    } catch (IOException e) {
      return Stream.of();
    }
  }

  private static int featureOf(Path home) {
    Properties release = new Properties();
    try (var reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Integer.parseInt(version.split("\\D", 2)[0]);
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }
}
