package dev.keyport.it.verbs;

import dev.keyport.it.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
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
      CompletableFuture<String> stdout = Processes.read(process.getInputStream());
      CompletableFuture<String> stderr = Processes.read(process.getErrorStream());
      onlooker.look(process);
      Processes.feed(process.getOutputStream(), stdin);
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
        Processes.kill(process);
        throw new AssertionError("it did not end within " + DEADLINE_SECONDS + " s");
      }
      onlooker.look(process);
    }
  }
}
