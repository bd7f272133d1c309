package dev.keyport.keychain;

import static dev.keyport.keychain.FakedKeyring.credential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.keychain.testkit.PrivateSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Opening and closing a store again and again leaves no thread and no file descriptor behind. How
 * often is the system property {@code keyport.opens}.
 */
class HygieneTest {
  private static final int OPENS = Integer.getInteger("keyport.opens", 200);
  private static final int WARM_UP = 5;
  private static final Host HOST = Host.parse("api.hygiene.example");

  @Test
  @EnabledOnOs(OS.LINUX)
  void openingAndClosingLeavesNothingBehind(@TempDir Path folder) throws Exception {
    try (FakedKeyring keyring = FakedKeyring.start(folder)) {
      try (TokenStore store = keyring.open()) {
        store.save(List.of(credential(HOST, "ann", "s3cret")));
      }
      use(keyring, WARM_UP);
      PrivateSession.await("the first connections end", () -> ownThreads() == 0);
      long descriptors = descriptors();
      long threads = Thread.getAllStackTraces().size();

      use(keyring, OPENS);

      PrivateSession.await("the connections' threads end", () -> ownThreads() == 0);
      PrivateSession.await("no descriptor is left", () -> descriptors() <= descriptors);
      PrivateSession.await("no thread is left", () -> Thread.getAllStackTraces().size() <= threads);
    }
  }

  private static void use(FakedKeyring keyring, int times) {
    for (int i = 0; i < times; i++) {
      try (TokenStore store = keyring.open()) {
        assertThat(store.find(HOST)).isPresent();
      }
    }
  }

  private static long ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("(?i).*(dbus|keyport).*"))
        .count();
  }

  private static long descriptors() {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
