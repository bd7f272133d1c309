package dev.keyport.domain.store;

import java.util.List;
import java.util.Objects;

/** The state of a store, told apart without prompting anyone. */
public sealed interface StoreStatus {
  /** In one sentence, what is so and where. */
  String reason();

  /**
   * It can be read, and written as far as can be seen without writing.
   *
   * @param reason what is there
   * @param warnings what a person should mend, a sentence each
   */
  record Ready(String reason, List<String> warnings) implements StoreStatus {
    public Ready {
      Objects.requireNonNull(reason, "reason");
      warnings = List.copyOf(warnings);
    }

    /** Ready, with nothing to mend. */
    public Ready(String reason) {
      this(reason, List.of());
    }
  }

  /** This machine has no such store, as no keyring service. */
  record Absent(String reason) implements StoreStatus {
    public Absent {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** It is there and must be unlocked first. */
  record Locked(String reason) implements StoreStatus {
    public Locked {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * It is there and can't be used.
   *
   * @param reason why
   * @param failure the error that a call would raise
   */
  record Unavailable(String reason, StoreException failure) implements StoreStatus {
    public Unavailable {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(failure, "failure");
    }
  }
}
