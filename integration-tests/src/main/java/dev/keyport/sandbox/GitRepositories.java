package dev.keyport.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bare repositories in a temporary folder, each with one commit on {@code main}. The folder goes
 * with {@link #close}.
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

  private final Path root;
  private final Path backend;

  private GitRepositories(Path root, Path backend) {
    this.root = root;
    this.backend = backend;
  }

  /**
   * Makes the repositories.
   *
   * @param names the apps to make one for
   * @return the repositories; empty when git or its HTTP backend isn't installed
   * @throws IOException when the folder can't be written or git fails
   */
  static Optional<GitRepositories> create(List<String> names) throws IOException {
    Path root = Files.createTempDirectory("keyport-sandbox-");
    Optional<Path> backend = findBackend(root);
    if (backend.isEmpty()) {
      Files.delete(root);
      return Optional.empty();
    }
    GitRepositories repositories = new GitRepositories(root, backend.get());
    try {
      repositories.makeTemplate();
      for (String name : names) {
        repositories.add(name);
      }
    } catch (IOException failed) {
      repositories.close();
      throw failed;
    }
    return Optional.of(repositories);
  }

  /** The folder with the repositories, each named after its app with {@code .git} behind. */
  Path root() {
    return root;
  }

  /** The program that serves smart HTTP. */
  Path backend() {
    return backend;
  }

  /** Makes one more repository. */
  void add(String name) throws IOException {
    Path template = template();
    try (Stream<Path> files = Files.walk(template)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, root.resolve(name + ".git").resolve(template.relativize(file).toString()));
      }
    }
  }

  @Override
  public void close() {
    try {
      Files.walkFileTree(root, new Deleter());
    } catch (IOException failed) {
      throw new UncheckedIOException("the temporary folder " + root + " can't be deleted", failed);
    }
  }

  private Path template() {
    return root.resolve("template");
  }

  private void makeTemplate() throws IOException {
    String folder = template().toString();
    GitProcess.run(
        root, "", "init", "--quiet", "--bare", "--template=", "--initial-branch=main", folder);
    GitProcess.run(root, "", "--git-dir", folder, "config", "http.receivepack", "true");
    GitProcess.run(root, FIRST_COMMIT, "--git-dir", folder, "fast-import", "--quiet");
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

  private static final class Deleter extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
