package dev.keyport.domain.moving;

import java.util.Optional;
import java.util.function.Supplier;

/** Counts what is done to stores, metadata and journal, and ends it at a number of its choice. */
final class Fuse {
  /** The process is gone: nothing cleans up. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private int left = Integer.MAX_VALUE;
  private Optional<Supplier<RuntimeException>> failure = Optional.empty();
  private boolean blown;

  /** Ends the process at this instant, counted from one. */
  void killAt(int instant) {
    left = instant;
    failure = Optional.empty();
    blown = false;
  }

  /** Makes what is done at this instant fail, and nothing after it. */
  void failAt(int instant, Supplier<RuntimeException> with) {
    left = instant;
    failure = Optional.of(with);
    blown = false;
  }

  /** Lets everything be done. */
  void mend() {
    left = Integer.MAX_VALUE;
  }

  /** Whether the instant came. */
  boolean isBlown() {
    return blown;
  }

  /** An instant between two changes, or between a change and what follows it. */
  void tick() {
    if (--left == 0) {
      blown = true;
      if (failure.isPresent()) {
        throw failure.get().get();
      }
      throw new Killed();
    }
  }
}
