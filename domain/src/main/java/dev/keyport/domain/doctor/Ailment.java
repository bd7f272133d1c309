package dev.keyport.domain.doctor;

import java.util.Objects;
import java.util.Optional;

/**
 * Something wrong with what Keyport keeps, and the remedy where one is safe.
 *
 * @param finding what is wrong; a warning or a failure
 * @param remedy mends it; empty where that is for a person to do
 */
public record Ailment(Finding finding, Optional<Remedy> remedy) {
  public Ailment {
    Objects.requireNonNull(finding, "finding");
    Objects.requireNonNull(remedy, "remedy");
  }

  /** One that a person has to see to. */
  public static Ailment of(Finding finding) {
    return new Ailment(finding, Optional.empty());
  }

  /** One that can be mended without asking. */
  public static Ailment of(Finding finding, Remedy remedy) {
    return new Ailment(finding, Optional.of(remedy));
  }
}
