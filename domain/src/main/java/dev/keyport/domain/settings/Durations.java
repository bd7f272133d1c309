package dev.keyport.domain.settings;

import dev.keyport.domain.error.UsageException;
import java.time.Duration;
import java.util.Map;

/** Durations as people write them: {@code 90s}, {@code 15m}, {@code 8h}, {@code 30d}. */
public final class Durations {
  private static final Map<Character, Duration> UNITS =
      Map.of(
          's', Duration.ofSeconds(1),
          'm', Duration.ofMinutes(1),
          'h', Duration.ofHours(1),
          'd', Duration.ofDays(1));
  private static final int MAX_DIGITS = 9;

  private Durations() {}

  /**
   * Reads a whole number and a unit.
   *
   * @throws UsageException when it is not one, or is zero
   */
  public static Duration parse(String text) {
    int digits = text.length() - 1;
    Duration unit = text.isEmpty() ? null : UNITS.get(text.charAt(digits));
    boolean legal = unit != null && digits >= 1 && digits <= MAX_DIGITS;
    for (int i = 0; legal && i < digits; i++) {
      legal = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    if (!legal || unit == null || Long.parseLong(text.substring(0, digits)) == 0) {
      throw new UsageException(
          "\"" + text + "\" is not a duration", "write a number and a unit: 90s, 15m, 8h or 30d");
    }
    return unit.multipliedBy(Long.parseLong(text.substring(0, digits)));
  }

  /**
   * The largest unit that divides it, as {@code 30d}; the reverse of {@link #parse} for every
   * duration that it gives. Parts of a second are dropped.
   */
  public static String format(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds != 0 && seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds != 0 && seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    if (seconds != 0 && seconds % 60 == 0) {
      return seconds / 60 + "m";
    }
    return seconds + "s";
  }
}
