package dev.keyport.benchmarks;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What was measured of one thing at one size.
 *
 * @param best in milliseconds; NaN when there is none
 * @param median in milliseconds; NaN when there is none
 * @param note why there is none; empty when there is
 */
record Samples(double best, double median, String note) {
  static Samples of(List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    return new Samples(Collections.min(sorted), sorted.get(sorted.size() / 2), "");
  }

  static Samples none(String why) {
    return new Samples(Double.NaN, Double.NaN, why);
  }

  boolean isThere() {
    return note.isEmpty();
  }

  /** Best and median, to three figures. */
  String cell() {
    return isThere() ? number(best) + " (" + number(median) + ")" : note;
  }

  static String number(double value) {
    if (value >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    String format = value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : value >= 0.01 ? "%.3f" : "%.5f";
    return String.format(Locale.ROOT, format, value);
  }
}
