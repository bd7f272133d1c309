package dev.keyport.domain.doctor;

import java.util.Objects;

/**
 * What came of mending one thing. No secret is in it.
 *
 * @param done whether it was done; where not, all is as it was
 * @param what what was done, or why it could not be
 */
public record Mended(boolean done, String what) {
  public Mended {
    Objects.requireNonNull(what, "what");
  }

  /** It was done. */
  public static Mended done(String what) {
    return new Mended(true, what);
  }

  /** It could not be done, and nothing was changed. */
  public static Mended failed(String why) {
    return new Mended(false, why);
  }
}
