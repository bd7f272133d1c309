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
final class GitRepositories implements AutoCloseable {
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

  private Optional<Path> root = Optional.empty();
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
    Path folder = root();
    Optional<Path> backend = findBackend(folder);
    if (backend.isPresent()) {
      Path template = folder.resolve("template");
      if (!Files.exists(template)) {
        makeTemplate(folder, template);
      }
      Path repository = folder.resolve(app + ".git");
      if (!Files.exists(repository)) {
        copy(template, repository);
      }
    }
    return backend.map(program -> new Location(program, folder));
  }

  @Override
  public synchronized void close() {
    if (!closed && root.isPresent()) {
      delete(root.get());
    }
    closed = true;
  }

  private Path root() throws IOException {
    if (root.isEmpty()) {
      root = Optional.of(Files.createTempDirectory("keyport-sandbox-"));
    }
    return root.get();
  }

  private static void makeTemplate(Path home, Path template) throws IOException {
    String folder = template.toString();
    GitProcess.run(
        home, "", "init", "--quiet", "--bare", "--template=", "--initial-branch=main", folder);
    GitProcess.run(home, "", "--git-dir", folder, "config", "http.receivepack", "true");
    GitProcess.run(home, FIRST_COMMIT, "--git-dir", folder, "fast-import", "--quiet");
  }

  private static Optional<Path> findBackend(Path home) {
    try {
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
