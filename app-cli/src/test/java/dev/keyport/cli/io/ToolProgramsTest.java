package dev.keyport.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.doctor.HerokuCli;
import dev.keyport.domain.doctor.Programs.Outcome;
import dev.keyport.domain.settings.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolProgramsTest {
  @TempDir Path folder;

  private ToolPrograms programs(Duration deadline) {
    return new ToolPrograms(
        new Machine(
            Map.of("PATH", folder + ":/usr/bin:/bin", "HEROKU_API_KEY", "c4n4ry"), folder, "Linux"),
        deadline);
  }

  private Path program(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, "#!/bin/sh\n" + text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  @Test
  void whatItAnswersIsHeardAndTheTokenIsKeptFromIt() throws IOException {
    program(folder.resolve("tool"), "echo \"$1:$HEROKU_API_KEY\"; exit 3\n");

    assertThat(programs(Duration.ofMinutes(1)).run("tool", "a"))
        .isEqualTo(new Outcome.Ended(3, "a:\n"))
        .hasToString("Ended[3]");
    assertThat(programs(Duration.ofMinutes(1)).run("no-such-tool"))
        .isEqualTo(new Outcome.Missing());
  }

  /** Neither it nor its child ends by itself: the child holds the pipe for a day. */
  @Test
  void oneThatHangsIsKilledWithItsChildren() throws IOException {
    Path pid = folder.resolve("pid");
    program(folder.resolve("tool"), "sleep 86400 & echo $! > " + pid + "; wait\n");

    Outcome outcome = programs(Duration.ofMillis(500)).run("tool");

    assertThat(outcome).isEqualTo(new Outcome.TimedOut());
    if (Files.exists(pid)) {
      Optional<ProcessHandle> child =
          ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
      child.ifPresent(left -> assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(30)));
    }
  }

  @Test
  void theHerokuCliTellsItsVersionByItsFiles() throws IOException {
    Path real = program(folder.resolve("lib/heroku/bin/run"), "exit 1\n");
    Files.createSymbolicLink(folder.resolve("heroku"), real);
    Files.writeString(
        folder.resolve("lib/heroku/package.json"), "{\"name\":\"heroku\",\"version\":\"11.10.0\"}");
    program(folder.resolve("secret-tool"), "exit 1\n");

    assertThat(HerokuCliFiles.find(programs(Duration.ofMinutes(1))))
        .contains(new HerokuCli(folder.resolve("heroku").toString(), Optional.of("11.10.0"), true));
    Files.writeString(folder.resolve("lib/heroku/package.json"), "{");
    assertThat(HerokuCliFiles.find(programs(Duration.ofMinutes(1))).orElseThrow().version())
        .isEmpty();
  }
}
