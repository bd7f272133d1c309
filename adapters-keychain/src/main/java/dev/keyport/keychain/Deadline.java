package dev.keyport.keychain;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * When a call has to be over. Measured by the monotonic clock, so that a change of the system's
 * time moves no deadline.
 *
 * @param endNanos on the scale of {@link System#nanoTime()}
 * @param allowed how long the call had from its start
 */
record Deadline(long endNanos, Duration allowed) {
  static Deadline in(Duration allowed) {
    return new Deadline(System.nanoTime() + allowed.toNanos(), allowed);
  }

  /** What is left, in milliseconds; 0 when it is over, and at least 1 before that. */
  long remainingMillis() {
    long nanos = endNanos - System.nanoTime();
    return nanos <= 0 ? 0 : Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
  }

  /** The time allowed, for a message. */
  String allowedInWords() {
    return allowed.toMillis() + " ms";
  }
}
