package dev.keyport.netrc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.netrc.Corpus.Editing;
import dev.keyport.netrc.Corpus.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jazzer's guided fuzzing, from the corpora on, in a process of its own. The system property {@code
 * keyport.fuzz.runs} is the number of inputs; an input that breaks something is kept in {@code
 * target/fuzz} under a name that starts with {@code crash-} or {@code timeout-}.
 */
@Tag("slow")
class FuzzTest {
  private static final int RUNS = Integer.getInteger("keyport.fuzz.runs", 20_000);
  private static final int SECONDS_FOR_ONE_INPUT = 20;

  @TempDir Path folder;

  @Test
  void noInputBreaksReadingOrEditing() throws Exception {
    Path seeds = Files.createDirectory(folder.resolve("seeds"));
    int number = 0;
    for (Reading reading : Corpus.readings()) {
      Files.write(seeds.resolve("r" + number++), reading.bytes());
    }
    for (Editing editing : Corpus.editings()) {
      Files.writeString(seeds.resolve("e" + number++), editing.before());
    }
    Path kept = Files.createDirectories(Path.of("target", "fuzz"));
    Path said = folder.resolve("said");

    Process fuzzer = start(Files.createDirectory(folder.resolve("found")), seeds, kept, said);
    try {
      assertThat(fuzzer.waitFor(RUNS, TimeUnit.SECONDS)).isTrue();
      assertThat(fuzzer.exitValue()).as(() -> read(said)).isZero();
    } finally {
      fuzzer.destroyForcibly();
    }
    assertThat(read(said)).contains("Done " + RUNS + " runs");
  }

  private static Process start(Path found, Path seeds, Path kept, Path said) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + ParserFuzzTarget.class.getName(),
                "--instrumentation_includes=dev.keyport.netrc.**",
                "--custom_hook_includes=dev.keyport.netrc.**",
                "--reproducer_path=" + kept,
                "-artifact_prefix=" + kept + "/",
                "-seed=1",
                "-runs=" + RUNS,
                "-max_len=2048",
                "-timeout=" + SECONDS_FOR_ONE_INPUT,
                found.toString(),
                seeds.toString()))
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }

  private static String read(Path said) {
    try {
      return Files.readString(said, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "its output can't be read: " + e;
    }
  }
}
