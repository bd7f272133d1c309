package dev.keyport.domain.store;

import dev.keyport.domain.error.Place;
import java.util.Objects;
import java.util.Optional;

/**
 * Something in a store that a person should mend though the store works. No secret is in it.
 *
 * @param code what kind it is: stable, in kebab-case ASCII
 * @param what what is so
 * @param place where; empty where it is no file
 * @param misled who is misled by it and what they do; empty when it says no more than {@code what}
 * @param mend how to mend it, a command where there is one
 */
public record StoreWarning(
    String code,
    String what,
    Optional<Place> place,
    Optional<String> misled,
    Optional<String> mend) {
  public StoreWarning {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(misled, "misled");
    Objects.requireNonNull(mend, "mend");
  }

  /** Says this, and no more yet. */
  public static StoreWarning of(String code, String what) {
    return new StoreWarning(code, what, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same, of this place. */
  public StoreWarning at(Place where) {
    return new StoreWarning(code, what, Optional.of(where), misled, mend);
  }

  /** The same, with who is misled by it and what they do. */
  public StoreWarning misleading(String whom) {
    return new StoreWarning(code, what, place, Optional.of(whom), mend);
  }

  /** The same, with how to mend it. */
  public StoreWarning mendedBy(String way) {
    return new StoreWarning(code, what, place, misled, Optional.of(way));
  }

  /** Where, what and who in one sentence; how to mend it is told apart. */
  public String sentence() {
    return place.map(where -> where + ": ").orElse("")
        + what
        + misled.map(whom -> ": " + whom).orElse("");
  }
}
