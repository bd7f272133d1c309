package dev.keyport.domain.doctor;

import java.util.List;

/**
 * One thing that is looked at when a login fails and nobody knows why: the port that every check
 * implements.
 *
 * <p>A check asks nobody anything and leaves everything as it was, unless it is told to mend. It
 * runs on a thread of its own and may be given up when it takes too long, so what it holds open it
 * closes itself.
 */
public interface Check {
  /** A stable name for programs, in kebab-case; no two checks of a diagnosis have the same. */
  String id();

  /** What is looked at, in a few words for a person. */
  String name();

  /**
   * Checks of the same lane are run one after the other, since they look at the same thing; those
   * of different lanes at the same time.
   */
  default String lane() {
    return id();
  }

  /**
   * Looks.
   *
   * @return what was found, at least one; the first says how things stand
   * @throws RuntimeException where it can't look, which is a finding as well: {@link Diagnose}
   *     turns it into one
   */
  List<Finding> run();

  /**
   * Mends what it finds wrong now and is safe to mend: nobody's secret or entry is touched, and
   * nothing that a person may want as it is. Called only where {@link #run} found something.
   *
   * @return what was done, and what was tried in vain; empty where there is nothing to be done
   */
  default List<Mended> mend() {
    return List.of();
  }
}
