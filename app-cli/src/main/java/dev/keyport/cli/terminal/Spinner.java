package dev.keyport.cli.terminal;

import dev.keyport.domain.interaction.Interaction;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A line at a terminal that moves while something is waited for, and tells the time left. It is
 * gone when the wait is over; Ctrl-C leaves it, and the shell's prompt below it.
 */
final class Spinner implements Interaction.Waiting {
  private static final long TICK_MILLIS = 200;
  private static final String ROUND = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
  private static final String ASCII = "|/-\\";
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;
  private final String frames;
  private final String what;
  private final int columns;
  private final long end;
  private final LongSupplier clock;
  private final ScheduledExecutorService ticking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "spinner");
            thread.setDaemon(true);
            return thread;
          });
  private final Thread hook = new Thread(this::interrupted, "end-spinner");
  private int shown;
  private boolean over;

  /**
   * @param clock nanoseconds that only go up, as {@link System#nanoTime()}
   */
  Spinner(
      PrintStream err,
      boolean utf8,
      String what,
      Duration atMost,
      int columns,
      LongSupplier clock) {
    this.err = err;
    this.frames = utf8 ? ROUND : ASCII;
    this.what = what;
    this.columns = columns;
    this.clock = clock;
    this.end = clock.getAsLong() + atMost.toNanos();
  }

  static Spinner start(PrintStream err, boolean utf8, String what, Duration atMost, int columns) {
    Spinner spinner = new Spinner(err, utf8, what, atMost, columns, System::nanoTime);
    Runtime.getRuntime().addShutdownHook(spinner.hook);
    var unused =
        spinner.ticking.scheduleAtFixedRate(spinner::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    return spinner;
  }

  synchronized void tick() {
    if (!over) {
      err.print("\r" + line() + "\u001b[K");
      err.flush();
      shown++;
    }
  }

  /** One line's worth: a longer one would be left behind at each step. */
  private String line() {
    long left = Math.max(0, TimeUnit.NANOSECONDS.toSeconds(end - clock.getAsLong()));
    String time = "%d:%02d left".formatted(left / 60, left % 60);
    String frame = String.valueOf(frames.charAt(shown % frames.length()));
    String all = frame + " Waiting for " + what + ", " + time + " (Ctrl-C stops it)";
    if (all.length() < columns) {
      return all;
    }
    String brief = frame + " " + time;
    return brief.length() < columns ? brief : frame;
  }

  private synchronized void interrupted() {
    if (!over) {
      over = true;
      err.println();
    }
  }

  @Override
  public void close() {
    ticking.shutdownNow();
    synchronized (this) {
      if (!over) {
        over = true;
        err.print(CLEAR);
        err.flush();
      }
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already: the hook has nothing left to do.
      return;
    }
  }
}
