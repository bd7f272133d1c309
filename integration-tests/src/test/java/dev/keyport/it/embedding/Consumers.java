package dev.keyport.it.embedding;

import dev.keyport.it.Processes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The programs of {@code src/consumers}, built by Maven with one JDK, in a folder and with a local
 * repository where nothing of Keyport's build is but what is published. Libraries and plugins come
 * from the local repository of the build that runs these tests, and what that lacks from where the
 * machine's Maven gets things.
 */
final class Consumers {
  private static final long BUILD_SECONDS = 300;
  private static final long RUN_SECONDS = 120;
  private static final String PLAIN = "com.example.plain.Main";

  private final Jdk jdk;
  private final Path folder;
  private final String stdin;

  private Consumers(Jdk jdk, Path folder, String stdin) {
    this.jdk = jdk;
    this.folder = folder;
    this.stdin = stdin;
  }

  /** The same, with this to read on their standard input. */
  Consumers reading(String text) {
    return new Consumers(jdk, folder, text);
  }

  /** Builds them below this folder, which other builds may share in turn. */
  static Consumers build(Jdk jdk, Path work) throws IOException {
    Path folder = work.resolve("jdk-" + jdk.feature());
    copy(Published.root().resolve("integration-tests/src/consumers"), folder);
    Path settings = Files.writeString(work.resolve("settings.xml"), settings());
    Path repository = work.resolve("repository");
    for (Published artifact : Published.all()) {
      artifact.install(repository);
    }
    ProcessBuilder maven =
        new ProcessBuilder(
                "mvn",
                "-B",
                "-q",
                "-gs",
                settings.toString(),
                "-Dmaven.repo.local=" + repository,
                "-Dkeyport.version=" + Published.version(),
                "package")
            .directory(folder.toFile());
    maven.environment().put("JAVA_HOME", jdk.home().toString());
    maven.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    Processes.Ended ended = Processes.run(maven, "", "mvn package", BUILD_SECONDS);
    if (ended.exit() != 0) {
      throw new AssertionError("the consumers can't be built:\n" + ended.stdout());
    }
    requireNoneFetched(repository.resolve("dev/keyport"));
    return new Consumers(jdk, folder, "");
  }

  /** Maven notes beside a file where it fetched it from: a published one came from here. */
  private static void requireNoneFetched(Path keyport) throws IOException {
    try (Stream<Path> files = Files.walk(keyport)) {
      List<Path> fetched = files.filter(file -> file.endsWith("_remote.repositories")).toList();
      if (!fetched.isEmpty()) {
        throw new AssertionError("not those that were built: " + fetched);
      }
    }
  }

  private static String settings() {
    String repository =
        "<id>machine</id><url>"
            + Path.of(Published.property("keyport.maven.repository")).toUri()
            + "</url><releases><checksumPolicy>ignore</checksumPolicy></releases>"
            + "<snapshots><enabled>false</enabled></snapshots>";
    return """
    <settings>
      <profiles>
        <profile>
          <id>machine</id>
          <repositories><repository>%1$s</repository></repositories>
          <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
        </profile>
      </profiles>
      <activeProfiles><activeProfile>machine</activeProfile></activeProfiles>
    </settings>
    """
        .formatted(repository);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  /** Runs one from the class path, with all jars that it depends on but those named. */
  Processes.Ended onClassPath(
      List<String> without, Map<String, String> environment, List<String> options, String... words)
      throws IOException {
    List<String> command = new ArrayList<>(options);
    command.addAll(List.of("-cp", path("classpath", without), PLAIN));
    return run(environment, command, words);
  }

  /** The same from the module path. */
  Processes.Ended onModulePath(
      List<String> without, Map<String, String> environment, List<String> options, String... words)
      throws IOException {
    List<String> command = new ArrayList<>(options);
    command.addAll(List.of("-p", path("modulepath", without)));
    command.addAll(List.of("-m", "com.example.modular/com.example.modular.Main"));
    return run(environment, command, words);
  }

  /** The same from one jar that has all in it. */
  Processes.Ended shaded(String kind, Map<String, String> environment, String... words) {
    Path jar = folder.resolve("shaded/target/shaded-1-" + kind + ".jar");
    return run(environment, List.of("-cp", jar.toString(), PLAIN), words);
  }

  private String path(String program, List<String> without) throws IOException {
    try (Stream<Path> jars = Files.list(folder.resolve("classpath/target/lib"))) {
      return Stream.concat(
              Stream.of(folder.resolve(program + "/target/" + program + "-1.jar")),
              jars.sorted().filter(jar -> without.stream().noneMatch(named(jar)::startsWith)))
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static String named(Path jar) {
    return jar.getFileName().toString();
  }

  private Processes.Ended run(
      Map<String, String> environment, List<String> options, String... words) {
    List<String> command =
        new ArrayList<>(List.of(jdk.java().toString(), "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return Processes.run(builder, stdin, String.join(" ", words), RUN_SECONDS);
  }
}
