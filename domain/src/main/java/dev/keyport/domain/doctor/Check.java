package dev.keyport.domain.doctor;

import java.util.List;

/**
 * One thing that is looked at when a login fails and nobody knows why: the port that every check
 * implements.
 *
 * <p>A check asks nobody anything and leaves everything as it was. It runs on a thread of its own
 * and may be given up when it takes too long, so what it holds open it closes itself.
 */
public interface Check {
  /** What is looked at, in a few words; no two checks of a diagnosis have the same. */
  String name();

  /**
   * Looks.
   *
   * @return what was found, at least one; the first says how things stand
   * @throws RuntimeException where it can't look, which is a finding as well: {@link Diagnose}
   *     turns it into one
   */
  List<Finding> run();
}
