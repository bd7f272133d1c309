package dev.keyport.it.embedding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An artifact that others get.
 *
 * @param name its artifactId
 * @param pom its POM, as it is published
 * @param files its jars
 */
record Published(String name, Path pom, List<Path> files) {
  private static final String GROUP = "dev/keyport";
  private static final Pattern ARTIFACT =
      Pattern.compile("<artifactId>(keyport-\\w+)</artifactId>");

  /** All of this build: the BOM, and the modules that have a POM that stands alone. */
  static List<Published> all() throws IOException {
    List<Published> all = new ArrayList<>();
    try (Stream<Path> folders = Files.list(root())) {
      for (Path folder : folders.sorted().toList()) {
        Path pom = folder.resolve("target/.flattened-pom.xml");
        if (Files.isRegularFile(pom)) {
          all.add(of(pom, folder.resolve("target")));
        }
      }
    }
    Path bom = root().resolve("bom/pom.xml");
    all.add(new Published(name(bom), bom, List.of()));
    return all;
  }

  static Path root() {
    return Path.of(property("keyport.root")).toAbsolutePath().normalize();
  }

  static String version() {
    return property("keyport.version");
  }

  static String property(String name) {
    return Objects.requireNonNull(
        System.getProperty(name), () -> name + " is not set: run these tests with Maven");
  }

  private static Published of(Path pom, Path target) throws IOException {
    String prefix = name(pom) + "-" + version();
    try (Stream<Path> files = Files.list(target)) {
      return new Published(
          name(pom),
          pom,
          files
              .filter(file -> file.getFileName().toString().startsWith(prefix))
              .filter(file -> file.toString().endsWith(".jar"))
              .sorted()
              .toList());
    }
  }

  private static String name(Path pom) throws IOException {
    Matcher name = ARTIFACT.matcher(Files.readString(pom));
    if (!name.find()) {
      throw new IllegalStateException("no artifactId in " + pom);
    }
    return name.group(1);
  }

  /** The jar of its classes; none of a BOM. */
  List<Path> jars() {
    String jar = name + "-" + version() + ".jar";
    return files.stream().filter(file -> file.endsWith(jar)).toList();
  }

  /** What follows the version in the names of its jars, as {@code -sources.jar}. */
  List<String> kinds() {
    return files.stream()
        .map(file -> file.getFileName().toString().substring((name + "-" + version()).length()))
        .toList();
  }

  /** Puts it where {@code mvn install} does, in this local repository. */
  void install(Path repository) throws IOException {
    Path folder =
        Files.createDirectories(repository.resolve(GROUP).resolve(name).resolve(version()));
    Files.copy(
        pom, folder.resolve(name + "-" + version() + ".pom"), StandardCopyOption.REPLACE_EXISTING);
    for (Path file : files) {
      Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
