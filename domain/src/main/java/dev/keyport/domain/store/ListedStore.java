package dev.keyport.domain.store;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A store as {@link ShowStores} found it.
 *
 * @param place where it is: its scheme and resolved place; as it was named where it can't be opened
 * @param status its state
 * @param position where it stands in the list of stores in use, from one: the first is written to,
 *     all are read in order; empty where it is not in use
 */
public record ListedStore(StoreSpec place, StoreStatus status, OptionalInt position) {
  public ListedStore {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(position, "position");
  }

  /** Whether logins are saved to it. */
  public boolean isWrittenTo() {
    return position.orElse(0) == 1;
  }
}
