package dev.keyport.http;

import java.time.Duration;

/** Waits between two tries; tests give one that does not. */
@FunctionalInterface
interface Pause {
  /** Waits this long. */
  void sleep(Duration time) throws InterruptedException;

  /** One that makes the thread sleep. */
  static Pause sleeping() {
    return time -> Thread.sleep(time.toMillis());
  }
}
