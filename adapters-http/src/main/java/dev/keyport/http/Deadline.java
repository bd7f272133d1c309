package dev.keyport.http;

import java.time.Duration;

/** The instant by which a call has to end, on the clock that nobody can set. */
final class Deadline {
  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** The time left; zero when it is over. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** Whether there is time for this and something after it. */
  boolean allows(Duration time) {
    return left().compareTo(time) > 0;
  }
}
