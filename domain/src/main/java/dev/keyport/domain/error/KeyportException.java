package dev.keyport.domain.error;

import java.io.Serial;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of every error Keyport raises on purpose. Its message names the thing and the place, its
 * hint the way out; neither ever holds a secret.
 *
 * <p>Unchecked: callers tell errors apart by type or by {@link #code()}, and most can only pass
 * them on.
 */
public abstract class KeyportException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final @Nullable String hint;

  /**
   * @param code the stable name of the error
   * @param message what happened, where; one sentence, no secret in it
   * @param hint what the person can do about it, or null when there is nothing to say
   * @param cause what raised it, or null; its message must hold no secret either
   */
  protected KeyportException(
      ErrorCode code, String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code, "code");
    this.hint = hint;
  }

  /** The stable name of this error. */
  public final ErrorCode code() {
    return code;
  }

  /** The message; unlike {@link Throwable#getMessage()} never null. */
  public final String message() {
    return Objects.requireNonNullElse(getMessage(), code.code());
  }

  /** What the person can do about it; empty when there is nothing to say. */
  public final Optional<String> hint() {
    return Optional.ofNullable(hint);
  }

  /** Whether the same call may succeed later with nothing changed by the person. */
  public boolean retryable() {
    return false;
  }
}
