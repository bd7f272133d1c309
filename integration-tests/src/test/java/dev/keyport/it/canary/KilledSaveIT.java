package dev.keyport.it.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.it.verbs.Command;
import dev.keyport.it.verbs.InOwnProcess;
import dev.keyport.it.verbs.PackagedCommand;
import dev.keyport.it.verbs.Stage;
import dev.keyport.it.verbs.Start;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A save that is killed leaves the old store or the new one, and no secret beside it for long. */
class KilledSaveIT {
  /** Takes a while to write, so that there is a middle to be killed in. */
  private static final int COMMENT_LINES = 40_000;

  private static final int TRIES = 10;

  @TempDir Path folder;

  @Test
  void whatAKilledSaveLeftIsGoneAfterTheNext() throws Exception {
    try (Stage stage = Stage.set(folder, Start.CREDENTIAL)) {
      Files.writeString(
          stage.netrc(), stage.stored() + "# nothing but a comment line\n".repeat(COMMENT_LINES));
      String before = stage.stored();

      List<Path> left = killInTheMiddle(stage);

      assertThat(stage.stored().equals(before)).as("the store is as it was").isTrue();
      Command.Ended next =
          new InOwnProcess()
              .run(List.of("credentials:remove", Stage.OTHER_HOST), "", stage.environment());
      assertThat(next.exit()).as(stage.masked(next.stderr())).isZero();
      assertThat(left).isNotEmpty().allMatch(Files::notExists);
      Canaries canaries = new Canaries(stage.secrets(), List.of());
      assertThat(new FileScan(canaries, Map.of()).below(stage.home())).isEmpty();
    }
  }

  /** Kills a save between the new file's first byte and its taking the old one's place. */
  private static List<Path> killInTheMiddle(Stage stage) throws Exception {
    List<String> words = new ArrayList<>(PackagedCommand.words());
    words.addAll(
        List.of("credentials:put", Stage.OTHER_HOST, "--login", "bob", "--password-stdin"));
    for (int i = 0; i < TRIES; i++) {
      String old = stage.stored();
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().clear();
      builder.environment().putAll(stage.environment());
      Process process = builder.start();
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(stage.filled("{token}\n").getBytes(StandardCharsets.UTF_8));
      }
      while (process.isAlive() && replacements(stage.home()).isEmpty()) {
        Thread.onSpinWait();
      }
      process.destroyForcibly().waitFor();
      List<Path> left = replacements(stage.home());
      if (!left.isEmpty()) {
        return left;
      }
      Files.writeString(stage.netrc(), old);
    }
    throw new AssertionError("no save was killed in its middle in " + TRIES + " tries");
  }

  private static List<Path> replacements(Path home) throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.filter(file -> file.toString().endsWith(".tmp")).toList();
    }
  }
}
