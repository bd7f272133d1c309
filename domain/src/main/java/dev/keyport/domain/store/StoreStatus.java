package dev.keyport.domain.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The state of a store, told apart without prompting anyone. */
public sealed interface StoreStatus {
  /** In one sentence, what is so and where. */
  String reason();

  /** The error that a call would raise, with the way out; empty when the store is ready. */
  Optional<StoreException> error();

  /**
   * It can be read, and written as far as can be seen without writing.
   *
   * @param reason what is there
   * @param warnings what a person should mend
   * @param noTrial why a credential can't be written and taken back again without a trace; empty
   *     where it can
   */
  record Ready(String reason, List<StoreWarning> warnings, Optional<String> noTrial)
      implements StoreStatus {
    public Ready {
      Objects.requireNonNull(reason, "reason");
      warnings = List.copyOf(warnings);
      Objects.requireNonNull(noTrial, "noTrial");
    }

    /** Ready, and fit for a trial. */
    public Ready(String reason, List<StoreWarning> warnings) {
      this(reason, warnings, Optional.empty());
    }

    /** Ready, with nothing to mend. */
    public Ready(String reason) {
      this(reason, List.of());
    }

    @Override
    public Optional<StoreException> error() {
      return Optional.empty();
    }
  }

  /**
   * This machine has no such store, as no keyring service.
   *
   * @param reason what is missing
   * @param hint how to get it, or what to use instead
   */
  record Absent(String reason, Optional<String> hint) implements StoreStatus {
    public Absent {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(hint, "hint");
    }

    /** Absent, and nothing to be done. */
    public Absent(String reason) {
      this(reason, Optional.empty());
    }

    @Override
    public Optional<StoreException> error() {
      return Optional.of(new StoreException.Absent(reason, hint.orElse(null)));
    }
  }

  /**
   * It is there and must be unlocked first.
   *
   * @param reason which is locked
   * @param hint how to unlock it
   */
  record Locked(String reason, Optional<String> hint) implements StoreStatus {
    public Locked {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(hint, "hint");
    }

    /** Locked, and nothing to say of how to unlock it. */
    public Locked(String reason) {
      this(reason, Optional.empty());
    }

    @Override
    public Optional<StoreException> error() {
      return Optional.of(new StoreException.Locked(reason, hint.orElse(null)));
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

    @Override
    public Optional<StoreException> error() {
      return Optional.of(failure);
    }
  }
}
