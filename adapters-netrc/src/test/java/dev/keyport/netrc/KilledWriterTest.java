package dev.keyport.netrc;

import static dev.keyport.netrc.StoreFixture.credential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.TokenStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writers that are killed at random instants leave the old file or the new one. The number of kills
 * is the system property {@code keyport.kills}.
 */
@Tag("slow")
class KilledWriterTest {
  private static final int KILLS = Integer.getInteger("keyport.kills", 15);
  private static final int OTHER_ENTRIES = 4_000;
  private static final int LONGEST_LIFE_MILLIS = 80;

  @TempDir Path home;

  /** Saves one secret after the other until it is killed. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) {
      Path home = Path.of(args[0]);
      try (TokenStore store = open(home)) {
        for (int i = 0; ; i++) {
          store.save(List.of(credential("h.example", "ann", "secret-" + i)));
          System.out.println("saved");
        }
      }
    }
  }

  private static TokenStore open(Path home) {
    return NetrcTokenStore.open(
        home.resolve(".netrc"), StoreContext.of(new Machine(Map.of(), home, "Linux")));
  }

  private static String others() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < OTHER_ENTRIES; i++) {
      text.append("machine m").append(i).append(".example login ann password p\n");
    }
    return text.toString();
  }

  @Test
  void aKilledWriterLeavesAWholeFile() throws Exception {
    StoreFixture fixture = new StoreFixture(home);
    String others = others();
    fixture.write(others);
    Random random = new Random(KILLS);

    for (int kill = 0; kill < KILLS; kill++) {
      killOneAfter(random.nextInt(LONGEST_LIFE_MILLIS), others);

      assertWhole(fixture.text(), others);
      assertThat(StoreFixture.mode(fixture.netrc())).isEqualTo("rw-------");
    }

    try (TokenStore store = open(home)) {
      store.save(List.of(credential("h.example", "ann", "last")));
      assertThat(store.find(Host.parse("h.example")).orElseThrow().secret().reveal())
          .isEqualTo("last");
    }
    assertThat(names()).containsExactly(".local", ".netrc");
  }

  private static void assertWhole(String text, String others) {
    assertThat(text.startsWith(others)).as("the other entries are whole").isTrue();
    assertThat(text.substring(others.length()))
        .matches("machine h\\.example\n  login ann\n  password secret-\\d+\n");
  }

  private void killOneAfter(int millis, String others) throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                home.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("saved");
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
      do {
        // What a reader sees at an instant is what a crash at that instant would leave.
        assertWhole(Files.readString(home.resolve(".netrc")), others);
      } while (System.nanoTime() - end < 0);
      assertThat(writer.isAlive()).isTrue();
    } finally {
      writer.destroyForcibly();
    }
    assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(home)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
