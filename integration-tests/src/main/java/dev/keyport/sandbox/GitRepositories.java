package dev.keyport.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bare repositories in a temporary folder, each with one commit on {@code main}. They are made when
 * git first asks for them, since most sandboxes are never asked; the folder goes with {@link
 * #close}. Safe for use by several threads.
 */
final class GitRepositories implements Parts.Part {
  /** What {@code git fast-import} makes the first commit of. */
  private static final String FIRST_COMMIT =
      """
      commit refs/heads/main
      committer Keyport sandbox <sandbox@example.com> 1735689600 +0000
      data <<END
      Start the app
      END
      M 100644 inline README.md
      data <<END
      # An app of the sandbox
      END
      M 100644 inline Procfile
      data <<END
      web: echo hello
      END
      """;

  private Optional<Location> location = Optional.empty();
  private boolean closed;

  /**
   * What serves a request.
   *
   * @param backend the program that speaks smart HTTP
   * @param root the folder with the repositories, each named after its app with {@code .git} behind
   */
  record Location(Path backend, Path root) {}

  /**
   * Makes sure that the app has a repository.
   *
   * @return where it is; empty when git or its HTTP backend isn't installed
   * @throws IOException when the folder can't be written, git fails or the sandbox is closed
   */
  synchronized Optional<Location> prepare(String app) throws IOException {
    if (closed) {
      throw new IOException("the sandbox is closed");
    }
    if (location.isEmpty()) {
      location = locate();
    }
    if (location.isPresent()) {
      Path root = location.get().root();
      Path repository = root.resolve(app + ".git");
      if (!Files.exists(repository)) {
        copy(template(root), repository);
      }
    }
    return location;
  }

  @Override
  public synchronized void close() {
    if (!closed && location.isPresent()) {
      delete(location.get().root());
    }
    closed = true;
  }

  private static Optional<Location> locate() throws IOException {
    Optional<Path> backend = findBackend();
    if (backend.isEmpty()) {
      return Optional.empty();
    }
    Path root = Files.createTempDirectory("keyport-sandbox-");
    try {
      makeTemplate(root);
    } catch (IOException failed) {
      delete(root);
      throw failed;
    }
    return Optional.of(new Location(backend.get(), root));
  }

  private static Path template(Path root) {
    return root.resolve("template");
  }

  private static void makeTemplate(Path root) throws IOException {
    String folder = template(root).toString();
    GitProcess.run(
        root, "", "init", "--quiet", "--bare", "--template=", "--initial-branch=main", folder);
    GitProcess.run(root, "", "--git-dir", folder, "config", "http.receivepack", "true");
    GitProcess.run(root, FIRST_COMMIT, "--git-dir", folder, "fast-import", "--quiet");
  }

  private static Optional<Path> findBackend() {
    try {
      Path home = Path.of(System.getProperty("java.io.tmpdir"));
      Path folder = Path.of(GitProcess.run(home, "", "--exec-path"));
      return Stream.of("git-http-backend", "git-http-backend.exe")
          .map(folder::resolve)
          .filter(Files::isExecutable)
          .findFirst();
    } catch (IOException noGit) {
      return Optional.empty();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : tree(from)) {
      Files.copy(file, to.resolve(from.relativize(file).toString()));
    }
  }

  private static void delete(Path folder) {
    try {
      List<Path> inwards = tree(folder).stream().sorted(Comparator.reverseOrder()).toList();
      for (Path file : inwards) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "the temporary folder " + folder + " can't be deleted", failed);
    }
  }

  private static List<Path> tree(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    }
  }
}
