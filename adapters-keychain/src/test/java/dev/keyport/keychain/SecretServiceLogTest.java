package dev.keyport.keychain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.keychain.testkit.PrivateSession;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The D-Bus library logs every message it sends, byte for byte, to whoever asks for that. */
class SecretServiceLogTest {
  private static final String SECRET = "canary-in-the-log";

  private final Queue<String> log = new ConcurrentLinkedQueue<>();

  private final Handler reader =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          log.add(String.valueOf(line.getMessage()));
        }

        @Override
        public void flush() {
          // Nothing is held back.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };

  @Test
  void noLogLineHasTheSecret(@TempDir Path folder) throws Exception {
    PrivateSession.requirePrograms();
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    Host host = Host.parse("api.log.example");
    try (PrivateSession session = PrivateSession.start(folder)) {
      session.startKeyring();
      root.setLevel(Level.ALL);
      root.addHandler(reader);
      try (TokenStore store =
          new KeychainTokenStoreProvider()
              .open(StoreSpec.parse("keychain"), StoreContext.of(session.machine()))) {
        store.save(List.of(new Credential(host, "ann", Secret.of(SECRET))));
        assertThat(store.find(host)).isPresent();
      }
    } finally {
      root.removeHandler(reader);
      root.setLevel(before);
    }

    assertThat(String.join("\n", log))
        .contains("api.log.example")
        .doesNotContain(SECRET)
        .doesNotContainIgnoringCase(joined(", ", "%d"))
        .doesNotContainIgnoringCase(joined(" ", "%02x"));
  }

  /** The secret's bytes as a log would show them. */
  private static String joined(String between, String format) {
    StringJoiner bytes = new StringJoiner(between);
    for (byte b : SECRET.getBytes(StandardCharsets.UTF_8)) {
      bytes.add(String.format(format, b));
    }
    return bytes.toString();
  }
}
