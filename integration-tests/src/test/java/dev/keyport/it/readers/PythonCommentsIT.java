package dev.keyport.it.readers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.it.Needed;
import dev.keyport.it.Processes;
import dev.keyport.netrc.NetrcTokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Python refuses a netrc for a comment exactly where the store's state warns of it. */
class PythonCommentsIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FILES = 300;
  private static final int MOST_PIECES = 5;
  private static final List<String> PIECES =
      List.of(
          "machine a.example login ann password one\n",
          "machine b.example login ann password \"o ne\"\n",
          "machine c.example login ann \n  password one \n",
          "machine d.example login ann password one # of two\n",
          "macdef m\n  ls\n\n",
          "# of two\n",
          "  # of two \n",
          "#of two\n",
          "#one\n",
          "#\n",
          "\n",
          " \t\n");

  @TempDir Path folder;

  @Test
  void pythonRefusesWhatIsWarnedOf() throws IOException {
    Needed.command("python3");
    Random random = new Random(FILES);
    List<Path> files = new ArrayList<>();
    StringBuilder questions = new StringBuilder();
    for (int i = 0; i < FILES; i++) {
      Path file = Files.createFile(folder.resolve("netrc-" + i));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      Files.writeString(file, text(random));
      files.add(file);
      questions
          .append(JSON.writeValueAsString(Map.of("file", file.toString(), "host", "a.example")))
          .append('\n');
    }

    List<JsonNode> answers = ask(questions.toString());
    Version version = Version.in(answers.get(0).path("Python").stringValue());
    Needed.that(version.compareTo(Version.in("3.11")) >= 0, "python3 is older than 3.11");

    for (int i = 0; i < FILES; i++) {
      boolean refused = answers.get(i + 1).has("refused");
      assertThat(isWarnedOf(files.get(i)))
          .as("Python %s, of:%n%s", version, Files.readString(files.get(i)))
          .isEqualTo(refused);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(MOST_PIECES);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private List<JsonNode> ask(String questions) {
    String script = "python-netrc.py";
    Processes.Ended ended =
        Processes.run(
            Commands.inherited(List.of("python3", Resources.copy(script, folder).toString())),
            questions,
            script);
    assertThat(ended.stderr()).isEmpty();
    return ended.stdout().lines().map(JSON::readTree).toList();
  }

  private boolean isWarnedOf(Path file) {
    StoreContext context = StoreContext.of(new Machine(Map.of(), folder, "Linux"));
    try (TokenStore store = NetrcTokenStore.open(file, context)) {
      return store.status() instanceof StoreStatus.Ready ready
          && ready.warnings().stream()
              .anyMatch(warning -> warning.code().equals("netrc-comment-read"));
    }
  }
}
