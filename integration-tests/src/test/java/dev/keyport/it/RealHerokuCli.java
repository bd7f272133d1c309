package dev.keyport.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * Heroku's own command line from npm, of one version, kept in the person's cache folder: it is
 * large, and {@code mvn clean} is to leave it alone.
 */
final class RealHerokuCli {
  private static final String VERSION = "11.10.0";
  private static final int OLDEST_NODE = 20;
  private static final long INSTALL_SECONDS = 300;

  private RealHerokuCli() {}

  /** The command; the test that asks is skipped by name where it can't be had. */
  static Path needed() {
    Needed.command("node");
    Needed.command("npm");
    String node = Processes.run(new ProcessBuilder("node", "--version"), "", "node", 20).stdout();
    Needed.that(
        major(node) >= OLDEST_NODE,
        "heroku@" + VERSION + " needs Node " + OLDEST_NODE + ", and this is " + node.strip());
    try {
      Path folder = cache().resolve("heroku-" + VERSION);
      if (!Files.isDirectory(folder)) {
        install(folder);
      }
      return folder.resolve("node_modules/.bin/heroku");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a version as {@code v20.1.0}. */
  private static int major(String version) {
    return Integer.parseInt(version.strip().replaceFirst("^v", "").split("\\.", -1)[0]);
  }

  /** What keeps it from all that is not the sandbox, and from starting what outlives it. */
  static Map<String, String> environment() {
    return Map.of(
        "HEROKU_NETRC_WRITE", "true", // else the desktop's keyring, where there is one
        "HEROKU_DISABLE_AUTOUPDATE", "1",
        "HEROKU_SKIP_ANALYTICS", "1",
        "HEROKU_SKIP_NEW_VERSION_CHECK", "true",
        "DISABLE_TELEMETRY", "true",
        "NO_COLOR", "1",
        "TERM", "xterm",
        "NO_PROXY", "localhost,127.0.0.1");
  }

  private static void install(Path folder) throws IOException {
    Path lock = cache().resolve("lock");
    Files.createDirectories(lock.getParent());
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (held.isValid() && !Files.isDirectory(folder)) {
        Path fresh = Files.createTempDirectory(lock.getParent(), "installing-");
        ProcessBuilder npm =
            new ProcessBuilder(
                "npm",
                "install",
                "heroku@" + VERSION,
                "--prefix=" + fresh,
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--loglevel=error");
        Processes.Ended ended = Processes.run(npm, "", "npm install", INSTALL_SECONDS);
        Needed.that(
            ended.exit() == 0, "npm can't install heroku@" + VERSION + ": " + ended.stderr());
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private static Path cache() {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(text -> !text.isEmpty())
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("keyport-tests");
  }
}
