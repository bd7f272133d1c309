package dev.keyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Real tools that tests need: missing ones fail under {@code CI=true} and skip elsewhere. */
final class Tools {
  private Tools() {}

  static void need(String tool) {
    Optional<String> missing = Command.missing(tool);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(missing).as("tools of this build").isEmpty();
    }
    Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
  }
}
