package dev.keyport.it;

import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Builds the image of the sandbox with bin/sandbox-image, once for all test classes, and removes it
 * after the last. Where no image can be built, the tests of the class are skipped and say why;
 * under {@code CI=true} they fail.
 */
final class SandboxImage implements BeforeAllCallback {
  /** Named after this JVM: another run on this machine has an image of its own. */
  static final String NAME = "keyport-sandbox:test-" + ProcessHandle.current().pid();

  private static final int UNAVAILABLE = 69;
  private static final long BUILD_SECONDS = 300;

  @Override
  public void beforeAll(ExtensionContext context) {
    Built built =
        context
            .getRoot()
            .getStore(Namespace.create(SandboxImage.class))
            .computeIfAbsent(NAME, name -> build(), Built.class);
    Needed.that(built.problem().isEmpty(), built.problem().orElse(""));
  }

  /**
   * What came of the building.
   *
   * @param problem why there is no image; empty when there is
   */
  record Built(Optional<String> problem) implements AutoCloseable {
    @Override
    public void close() {
      if (problem.isEmpty()) {
        run("docker", "image", "rm", "--force", NAME);
      }
    }
  }

  private static Built build() {
    String script = Launcher.root().resolve("bin/sandbox-image").toString();
    Processes.Ended ended = run(script, "--as-built", NAME);
    if (ended.exit() == UNAVAILABLE) {
      return new Built(Optional.of(ended.stderr().strip()));
    }
    if (ended.exit() != 0) {
      throw new IllegalStateException(
          "bin/sandbox-image ended with status " + ended.exit() + ": " + ended.stderr());
    }
    return new Built(Optional.empty());
  }

  private static Processes.Ended run(String... words) {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return Processes.run(builder, "", words[0], BUILD_SECONDS);
  }
}
