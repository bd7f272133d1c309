package dev.keyport.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program and its arguments.
 *
 * @param words the program first
 * @param folder what it works in
 * @param environment besides this process's own
 */
record Command(List<String> words, Path folder, Map<String, String> environment) {
  Command(List<String> words, Path folder) {
    this(words, folder, Map.of());
  }

  /**
   * One run of it.
   *
   * @param millis from its start to its end
   * @param stopped whether it was stopped at the limit
   * @param exit its status
   * @param output what it printed, stderr too
   */
  record Ended(double millis, boolean stopped, int exit, String output) {
    boolean isFine() {
      return !stopped && exit == 0;
    }
  }

  /** Runs it, stopping it at the limit. */
  Ended run(Duration limit) throws IOException, InterruptedException {
    Path output = Files.createTempFile("keyport-bench", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      long start = System.nanoTime();
      Process process = builder.start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      double millis = (System.nanoTime() - start) / 1e6;
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      String text = Files.readString(output, StandardCharsets.UTF_8).strip();
      return new Ended(millis, !ended, process.exitValue(), text);
    } finally {
      Files.delete(output);
    }
  }
}
