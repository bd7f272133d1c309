package dev.keyport.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A command at a terminal, which script(1) of util-linux makes. What is typed is sent once what it
 * answers stands on the screen.
 */
final class Terminal implements AutoCloseable {
  static final char CTRL_C = '\u0003';

  private final Process process;
  private final Secrets secrets;
  private final String name;
  private final StringBuilder screen = new StringBuilder();
  private int seen;

  private Terminal(Process process, Secrets secrets, String name) {
    this.process = process;
    this.secrets = secrets;
    this.name = name;
  }

  static Terminal start(ProcessBuilder builder, Secrets secrets, String name) {
    Needed.command("script");
    try {
      Process process = builder.redirectErrorStream(true).start();
      Terminal terminal = new Terminal(process, secrets, name);
      new Thread(() -> terminal.follow(process.getInputStream()), "follow-terminal").start();
      return terminal;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void follow(InputStream output) {
    try (Reader reader = new InputStreamReader(output, StandardCharsets.UTF_8)) {
      for (int next = reader.read(); next >= 0; next = reader.read()) {
        synchronized (screen) {
          screen.append((char) next);
          screen.notifyAll();
        }
      }
    } catch (IOException e) {
      // The terminal is gone: what was on it stays.
      return;
    }
  }

  /** Waits until this stands after what was waited for last. */
  Terminal await(String text) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Processes.DEADLINE_SECONDS);
    synchronized (screen) {
      int at = screen.indexOf(text, seen);
      while (at < 0) {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0) {
          Processes.kill(process);
          throw new AssertionError(name + " did not show \"" + text + "\" but: " + screen());
        }
        pause(left);
        at = screen.indexOf(text, seen);
      }
      seen = at + text.length();
    }
    return this;
  }

  private void pause(long millis) {
    try {
      screen.wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + name + " ran", e);
    }
  }

  /** Types a line and Enter. */
  Terminal type(String line) {
    return send(line + "\n");
  }

  Terminal interrupt() {
    return send(String.valueOf(CTRL_C));
  }

  private Terminal send(String keys) {
    try {
      OutputStream keyboard = process.getOutputStream();
      keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
      keyboard.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(name + " takes no more input; it showed: " + screen(), e);
    }
  }

  /** Waits for the end; the outcome's stdout is all that stood on the screen. */
  Outcome end() {
    try {
      if (!process.waitFor(Processes.DEADLINE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(name + " did not end, and showed: " + screen());
      }
      return new Outcome(name, process.exitValue(), screen(), "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + name + " ran", e);
    } finally {
      close();
    }
  }

  /** What stood on the screen so far, with the line ends of a file. */
  String screen() {
    secrets.learn();
    synchronized (screen) {
      return secrets.mask(screen.toString().replace("\r\n", "\n"));
    }
  }

  @Override
  public void close() {
    Processes.kill(process);
  }
}
