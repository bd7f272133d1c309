package dev.keyport.it;

import static dev.keyport.it.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.it.verbs.Approver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells to type works as it stands there, in its order, in one HOME. */
class ReadmeIT {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @TempDir Path folder;

  @Test
  void everyConsoleLineWorks() throws IOException {
    Needed.command("curl");
    Needed.command("git");
    Needed.command("ssh-keygen");
    KeyportProcess keyport =
        SANDBOX.keyport(folder).with("HEROKU_LOGIN_HOST", SANDBOX.get().auth().toString());
    prepare(keyport);
    List<String> lines =
        blocks("console").stream()
            .flatMap(String::lines)
            .filter(line -> line.startsWith("$ "))
            .map(line -> ofTheSandbox(line.substring(2)))
            .toList();

    assertThat(lines).isNotEmpty();
    Approver somebody = Approver.of(SANDBOX.get(), SANDBOX.account().email());
    try {
      for (String line : lines) {
        assertThat(keyport.shell(line)).succeeds();
      }
    } finally {
      somebody.close();
    }
  }

  @Test
  void shellBlockHasTheTwoCommands() throws IOException {
    assertThat(blocks("sh")).containsExactly("bin/demo\nbin/test\n");
    assertThat(Launcher.root().resolve("bin/demo")).isExecutable();
    assertThat(Launcher.root().resolve("bin/test")).isExecutable();
  }

  private static void prepare(KeyportProcess keyport) throws IOException {
    keyport.home().write("password.txt", SANDBOX.account().password() + "\n");
    keyport.home().write("token.txt", SANDBOX.account().defaultToken().orElseThrow() + "\n");
    keyport.home().write(".curlrc", curlOptions());
    assertThat(
            keyport.shell(
                "mkdir -m 700 .ssh && ssh-keygen -q -t ed25519 -N '' -C me@laptop -f"
                    + " .ssh/id_ed25519"))
        .succeeds();
  }

  /** The block that the README says to put into ~/.curlrc. */
  private static String curlOptions() throws IOException {
    return blocks("").stream().filter(block -> block.startsWith("--")).findFirst().orElseThrow();
  }

  private static String ofTheSandbox(String line) {
    return line.replace("https://api.heroku.com", SANDBOX.get().api().toString())
        .replace("https://git.heroku.com", SANDBOX.get().git().toString())
        .replace("me@example.com", SANDBOX.account().email())
        .replace("APP", "keyport-demo");
  }

  /** The fenced blocks of this language, without their fences. */
  private static List<String> blocks(String language) throws IOException {
    String readme = Files.readString(Launcher.root().resolve("README.md"));
    List<String> found = new ArrayList<>();
    Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(readme)
        .results()
        .filter(block -> block.group(1).equals(language))
        .forEach(block -> found.add(block.group(2)));
    return found;
  }
}
