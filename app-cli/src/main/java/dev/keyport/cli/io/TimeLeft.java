package dev.keyport.cli.io;

import java.time.Duration;
import java.util.Optional;

/** How long something lasts, for a person. */
public final class TimeLeft {
  private TimeLeft() {}

  /** In the largest unit there is one of, rounded down; {@code never} where it does not end. */
  public static String of(Optional<Duration> left) {
    return left.map(TimeLeft::in).orElse("never");
  }

  private static String in(Duration left) {
    if (left.isZero() || left.isNegative()) {
      return "it has ended";
    }
    if (left.toDays() > 0) {
      return in(left.toDays(), "day");
    }
    if (left.toHours() > 0) {
      return in(left.toHours(), "hour");
    }
    return left.toMinutes() > 0
        ? in(left.toMinutes(), "minute")
        : in(Math.max(1, left.toSeconds()), "second");
  }

  private static String in(long number, String unit) {
    return "in " + number + " " + unit + (number == 1 ? "" : "s");
  }
}
