package dev.keyport.domain.doctor;

/** Mends one thing without a risk to anybody's secret or entry. */
@FunctionalInterface
public interface Remedy {
  /**
   * Mends it.
   *
   * @return what was done, in a sentence without its stop
   * @throws dev.keyport.domain.error.KeyportException when it could not be done; nothing was
   *     changed
   */
  String apply();
}
