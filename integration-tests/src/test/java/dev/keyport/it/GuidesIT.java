package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What docs/ci.md and docs/stores.md tell to type works as it stands there, in its order. */
class GuidesIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @Test
  void everyLineOfTheGuideToCiWorks() throws IOException {
    Needed.command("curl");
    List<String> lines = lines("ci.md");
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    keyport.home().write("token.txt", SANDBOX.account().defaultToken().orElseThrow() + "\n");

    assertThat(lines).hasSizeGreaterThan(5);
    for (String line : lines) {
      assertThat(keyport.shell(ofTheSandbox(line))).succeeds();
    }
  }

  /** Its other lines are for a keyring, or a shell block of several lines. */
  @Test
  void everyLineOfTheGuideToStoresThatIsKeyportsWorks() throws IOException {
    KeyportProcess keyport = SANDBOX.loggedIn(folder);
    List<String> lines =
        lines("stores.md").stream()
            .filter(line -> line.startsWith("keyport ") && !line.contains("keychain"))
            .toList();

    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      assertThat(keyport.shell(ofTheSandbox(line))).succeeds();
    }
  }

  private static String ofTheSandbox(String line) {
    return line.replace("https://api.heroku.com", SANDBOX.get().api().toString());
  }

  private static List<String> lines(String guide) throws IOException {
    return Files.readString(Launcher.root().resolve("docs").resolve(guide))
        .lines()
        .filter(line -> line.startsWith("$ "))
        .map(line -> line.substring(2))
        .toList();
  }
}
