package dev.keyport.netrc;

import static dev.keyport.netrc.StoreFixture.credential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.TokenStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many processes that add and remove entries of one file at once: none loses another's. */
@Tag("slow")
class ProcessesTest {
  private static final int PROCESSES = 16;
  private static final int ROUNDS = 50;
  private static final String OTHERS =
      "# mine\nmachine other.example login x password y # kept\n\nmacdef m\n  ls\n\n";

  @TempDir Path home;

  /**
   * Adds an entry a round, and takes every second one out again. Arguments: home folder, number.
   */
  static final class Editor {
    private Editor() {}

    public static void main(String[] args) {
      try (TokenStore store = open(Path.of(args[0]))) {
        for (int round = 0; round < ROUNDS; round++) {
          String host = host(args[1], round);
          store.save(List.of(credential(host, "ann", secret(args[1], round))));
          if (round % 2 == 1) {
            CredentialId id = new CredentialId(Host.parse(host), "ann");
            if (!store.remove(List.of(id)).equals(List.of(id))) {
              throw new IllegalStateException(host + " was not there to be removed");
            }
          }
        }
      }
    }
  }

  private static String host(String process, int round) {
    return "p" + process + "-" + round + ".example";
  }

  private static String secret(String process, int round) {
    return "s-" + process + "-" + round;
  }

  private static TokenStore open(Path home) {
    return NetrcTokenStore.open(
        home.resolve(".netrc"),
        new StoreContext(
            new Machine(Map.of(), home, "Linux"),
            InteractionPolicy.NEVER,
            Duration.ofMinutes(3),
            notice -> {}));
  }

  @Test
  void nothingIsLostAmongThem() throws Exception {
    StoreFixture fixture = new StoreFixture(home);
    fixture.write(OTHERS);

    List<Process> editors = new ArrayList<>();
    try {
      for (int i = 0; i < PROCESSES; i++) {
        editors.add(start(i));
      }
      for (Process editor : editors) {
        String said = new String(editor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(editor.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(editor.exitValue()).as(said).isZero();
      }
    } finally {
      editors.forEach(Process::destroyForcibly);
    }

    List<CredentialId> expected = new ArrayList<>();
    expected.add(new CredentialId(Host.parse("other.example"), "x"));
    try (TokenStore store = open(home)) {
      for (int i = 0; i < PROCESSES; i++) {
        for (int round = 0; round < ROUNDS; round += 2) {
          CredentialId id = new CredentialId(Host.parse(host(String.valueOf(i), round)), "ann");
          expected.add(id);
          assertThat(store.find(id).orElseThrow().secret().reveal())
              .isEqualTo(secret(String.valueOf(i), round));
        }
      }
      assertThat(store.list()).containsExactlyInAnyOrderElementsOf(expected);
    }
    assertThat(fixture.text()).startsWith(OTHERS);
    try (var files = Files.list(home)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(".local", ".netrc");
    }
  }

  private Process start(int number) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Editor.class.getName(),
            home.toString(),
            String.valueOf(number))
        .redirectErrorStream(true)
        .start();
  }
}
