package dev.keyport.domain.store;

import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.error.Place;
import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store could not do what was asked; the type says how it failed. */
public abstract sealed class StoreException extends KeyportException {
  @Serial private static final long serialVersionUID = 1L;

  private StoreException(
      ErrorCode code, String message, @Nullable String hint, @Nullable Throwable cause) {
    super(code, message, hint, cause);
  }

  /** The same error, told in other words. */
  public abstract StoreException withMessage(String message);

  /** This machine has no such store. */
  public static final class Absent extends StoreException {
    @Serial private static final long serialVersionUID = 1L;

    /** The store's name and what is missing; how to get it, or what to use instead. */
    public Absent(String message, @Nullable String hint) {
      super(ErrorCode.STORE_UNAVAILABLE, message, hint, null);
    }

    @Override
    public Absent withMessage(String message) {
      return new Absent(message, hint().orElse(null));
    }
  }

  /** The store is there and locked; nothing was read or written. */
  public static final class Locked extends StoreException {
    @Serial private static final long serialVersionUID = 1L;

    /** Which store is locked; how to unlock it. */
    public Locked(String message, @Nullable String hint) {
      super(ErrorCode.STORE_LOCKED, message, hint, null);
    }

    @Override
    public Locked withMessage(String message) {
      return new Locked(message, hint().orElse(null));
    }

    @Override
    public boolean retryable() {
      return true;
    }
  }

  /** The store is there and can't be read or written: permissions, a full disk, a dead service. */
  public static final class Unavailable extends StoreException {
    @Serial private static final long serialVersionUID = 1L;

    /** What can't be used and why; the way out; what raised it. */
    public Unavailable(String message, @Nullable String hint, @Nullable Throwable cause) {
      super(ErrorCode.STORE_UNAVAILABLE, message, hint, cause);
    }

    @Override
    public Unavailable withMessage(String message) {
      return new Unavailable(message, hint().orElse(null), getCause());
    }
  }

  /** The store accepted the call and did not answer in time; whether it acted is not known. */
  public static final class TimedOut extends StoreException {
    @Serial private static final long serialVersionUID = 1L;

    /** What did not answer, and for how long; the way out. */
    public TimedOut(String message, @Nullable String hint) {
      super(ErrorCode.STORE_TIMEOUT, message, hint, null);
    }

    @Override
    public TimedOut withMessage(String message) {
      return new TimedOut(message, hint().orElse(null));
    }

    @Override
    public boolean retryable() {
      return true;
    }
  }

  /** What the store holds can't be understood; nothing was written. */
  public static final class Corrupt extends StoreException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient @Nullable Place place;
    private final String problem;

    /** What can't be understood, and where; how to mend it. */
    public Corrupt(String message, @Nullable String hint) {
      super(ErrorCode.STORE_CORRUPT, message, hint, null);
      this.place = null;
      this.problem = message;
    }

    /** Where it can't be understood, what is wrong there; how to mend it. */
    public Corrupt(Place place, String problem, @Nullable String hint) {
      super(ErrorCode.STORE_CORRUPT, place + ": " + problem, hint, null);
      this.place = place;
      this.problem = problem;
    }

    /** What can't be understood, without the place. */
    public String problem() {
      return problem;
    }

    /** The file and line; the message has them too. */
    public Optional<Place> place() {
      return Optional.ofNullable(place);
    }

    @Override
    public Corrupt withMessage(String message) {
      return new Corrupt(message, hint().orElse(null));
    }
  }

  /** This store can't hold this value; nothing was written. */
  public static final class Unrepresentable extends StoreException {
    @Serial private static final long serialVersionUID = 1L;

    /** The store and the class of character or the size it can't hold, never the value. */
    public Unrepresentable(String message, @Nullable String hint) {
      super(ErrorCode.UNREPRESENTABLE, message, hint, null);
    }

    @Override
    public Unrepresentable withMessage(String message) {
      return new Unrepresentable(message, hint().orElse(null));
    }
  }
}
