package dev.keyport.it.verbs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs a process to its end while something looks at it. */
public final class WatchedProcess {
  private static final long DEADLINE_SECONDS = 60;
  private static final long MILLIS_BETWEEN_LOOKS = 2;

  private WatchedProcess() {}

  /** Looks at a process that runs. */
  @FunctionalInterface
  public interface Onlooker {
    /** Called again and again until it has ended. */
    void look(Process process);
  }

  /** Runs it; one that overruns is killed with its children, and fails the test. */
  public static Command.Ended run(ProcessBuilder builder, String stdin, Onlooker onlooker) {
    try {
      Process process = builder.start();
      CompletableFuture<String> stdout = read(process.getInputStream());
      CompletableFuture<String> stderr = read(process.getErrorStream());
      onlooker.look(process);
      feed(process.getOutputStream(), stdin);
      await(process, onlooker);
      return new Command.Ended(process.exitValue(), stdout.join(), stderr.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while it ran", e);
    }
  }

  /** Looks at it until it has ended; one that overruns is killed, and fails the test. */
  public static void await(Process process, Onlooker onlooker) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (!process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
      if (System.nanoTime() > end) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError("it did not end within " + DEADLINE_SECONDS + " s");
      }
      onlooker.look(process);
    }
  }

  private static CompletableFuture<String> read(InputStream stream) {
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

  private static void feed(OutputStream stdin, String text) {
    try (stdin) {
      stdin.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It ended without reading its input, as it may; its outcome tells whether it should have.
      return;
    }
  }
}
