package dev.keyport.domain.doctor;

import dev.keyport.domain.error.KeyportException;
import java.util.List;

/**
 * The port to what Keyport keeps on this machine beside the credentials themselves: modes of files,
 * what a killed process left, locks, journals.
 */
@FunctionalInterface
public interface Upkeep {
  /**
   * Looks without changing anything.
   *
   * @return what is wrong now; empty when all is well
   * @throws KeyportException when it can't be looked at
   */
  List<Ailment> look();

  /** Of what needs none. */
  static Upkeep none() {
    return List::of;
  }

  /** Applies every remedy there is for what is wrong now. */
  static List<Mended> mend(Upkeep upkeep) {
    return upkeep.look().stream()
        .flatMap(ailment -> ailment.remedy().stream())
        .map(Upkeep::applied)
        .toList();
  }

  private static Mended applied(Remedy remedy) {
    try {
      return Mended.done(remedy.apply());
    } catch (KeyportException e) {
      return Mended.failed(e.message());
    }
  }
}
