package dev.keyport.domain.doctor;

import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.error.Place;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreWarning;
import java.util.Objects;
import java.util.Optional;

/**
 * What a check found. No secret is in it.
 *
 * @param level how bad it is
 * @param code what kind it is: stable, in kebab-case ASCII; a failure that a verb would end with
 *     has that error's
 * @param what what is so
 * @param place where; empty where it is no file
 * @param misled who is misled by it and what they do; empty when it says no more than {@code what}
 * @param mend how to mend it, a command where there is one
 */
public record Finding(
    Level level,
    String code,
    String what,
    Optional<Place> place,
    Optional<String> misled,
    Optional<String> mend) {
  public Finding {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(misled, "misled");
    Objects.requireNonNull(mend, "mend");
  }

  private static Finding of(Level level, String code, String what, Optional<String> mend) {
    return new Finding(level, code, what, Optional.empty(), Optional.empty(), mend);
  }

  /** As it should be. */
  public static Finding ok(String code, String what) {
    return of(Level.OK, code, what, Optional.empty());
  }

  /** It works, and something else may not. */
  public static Finding warning(String code, String what, String mend) {
    return of(Level.WARNING, code, what, Optional.of(mend));
  }

  /** A store's own warning. */
  public static Finding warning(StoreWarning warning) {
    return new Finding(
        Level.WARNING,
        warning.code(),
        warning.what(),
        warning.place(),
        warning.misled(),
        warning.mend());
  }

  /** A verb that needs it would fail with this error. */
  public static Finding failure(ErrorCode code, String what, Optional<String> mend) {
    return of(Level.FAILURE, code.code(), what, mend);
  }

  /** A verb that needs it would fail with this. */
  public static Finding failure(KeyportException error) {
    Finding failure = failure(error.code(), error.message(), error.hint());
    return error instanceof StoreException.Corrupt corrupt
        ? new Finding(
            Level.FAILURE,
            failure.code(),
            corrupt.problem(),
            corrupt.place(),
            Optional.empty(),
            failure.mend())
        : failure;
  }

  /** The error that a verb would end with; {@link ErrorCode#FAILED} where none has this code. */
  public ErrorCode error() {
    for (ErrorCode error : ErrorCode.values()) {
      if (error.code().equals(code)) {
        return error;
      }
    }
    return ErrorCode.FAILED;
  }

  /** Where, what and who in one sentence; how to mend it is told apart. */
  public String sentence() {
    return place.map(where -> where + ": ").orElse("")
        + what
        + misled.map(whom -> ": " + whom).orElse("");
  }
}
