package dev.keyport.netrc;

import dev.keyport.files.DurableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One running gpg and its three pipes, emptied and filled at the same time so that none of them
 * stalls it. What goes through them is kept in memory only.
 */
final class GpgProcess implements AutoCloseable {
  /** The most that is read of its output. */
  static final int MAX_OUTPUT = DurableFile.MAX_BYTES;

  private final Process process;
  private final long deadline;

  /**
   * @param deadline when it has to have ended, on the clock of {@link System#nanoTime}
   */
  GpgProcess(Process process, long deadline) {
    this.process = process;
    this.deadline = deadline;
  }

  /**
   * Feeds it, and waits for its end.
   *
   * @return its output, which is over {@link #MAX_OUTPUT} bytes when it had too much to say
   * @throws TimeoutException when it has not ended at the deadline
   * @throws IOException when a pipe failed
   */
  GpgAnswer exchange(byte[] input) throws IOException, InterruptedException, TimeoutException {
    FutureTask<byte[]> output =
        start("output", () -> process.getInputStream().readNBytes(MAX_OUTPUT + 1));
    FutureTask<GpgStatus> status = start("status", () -> GpgStatus.read(process.getErrorStream()));
    inBackground("input", () -> feed(input));
    byte[] bytes = await(output);
    if (bytes.length > MAX_OUTPUT) {
      return new GpgAnswer(-1, bytes, new GpgStatus(List.of()));
    }
    GpgStatus lines = await(status);
    if (!process.waitFor(nanosLeft(), TimeUnit.NANOSECONDS)) {
      throw new TimeoutException();
    }
    return new GpgAnswer(process.exitValue(), bytes, lines);
  }

  private static <T> FutureTask<T> start(String pipe, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    inBackground(pipe, task);
    return task;
  }

  private static void inBackground(String pipe, Runnable work) {
    Thread thread = new Thread(work, "keyport-gpg-" + pipe);
    // A pipe that some grandchild holds open must not keep the program from ending.
    thread.setDaemon(true);
    thread.start();
  }

  private void feed(byte[] input) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input);
    } catch (IOException e) {
      // Not everything need be taken: gpg closes the pipe of what it does not understand, and says
      // so in its status lines.
    }
  }

  private <T> T await(FutureTask<T> task)
      throws IOException, InterruptedException, TimeoutException {
    try {
      return task.get(nanosLeft(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IOException("a pipe to gpg failed", e.getCause());
    }
  }

  private long nanosLeft() {
    return Math.max(0, deadline - System.nanoTime());
  }

  /** Ends it, and what it started, where it still runs. */
  @Override
  public void close() {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
