package dev.keyport.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs a process to its end, or to its deadline. */
public final class Processes {
  static final long DEADLINE_SECONDS = 60;

  private Processes() {}

  /** The streams and the exit status, as they were. */
  public record Ended(int exit, String stdout, String stderr) {}

  /** Runs it; one that overruns is killed with its children, and fails the test. */
  public static Ended run(ProcessBuilder builder, String stdin, String name) {
    return run(builder, stdin, name, DEADLINE_SECONDS);
  }

  /** The same with another deadline. */
  public static Ended run(ProcessBuilder builder, String stdin, String name, long seconds) {
    try {
      Process process = builder.start();
      CompletableFuture<String> stdout = read(process.getInputStream());
      CompletableFuture<String> stderr = read(process.getErrorStream());
      feed(process.getOutputStream(), stdin);
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        kill(process);
        throw new AssertionError(name + " did not end within " + seconds + " s");
      }
      return new Ended(process.exitValue(), stdout.join(), stderr.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + name + " ran", e);
    }
  }

  /** Ends it, and what it started. */
  public static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Reads all of it meanwhile, as UTF-8. */
  public static CompletableFuture<String> read(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        task -> new Thread(task, "read-output").start());
  }

  /** Writes it all, as UTF-8, and closes the stream. */
  public static void feed(OutputStream stdin, String text) {
    try (stdin) {
      stdin.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It ended without reading its input, as it may; its outcome tells whether it should have.
      return;
    }
  }
}
