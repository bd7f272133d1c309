package dev.keyport.it;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs of the machine: where it is missing, the test is skipped and says so; under
 * {@code CI=true} it fails.
 */
public final class Needed {
  private Needed() {}

  /** Needs this command on the PATH. */
  public static void command(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    boolean found =
        Stream.of(path.split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    that(found, name + " is not installed");
  }

  /** Needs this to hold. */
  public static void that(boolean holds, String otherwise) {
    if (!holds && "true".equals(System.getenv("CI"))) {
      Assertions.fail(otherwise);
    }
    Assumptions.assumeTrue(holds, otherwise);
  }
}
