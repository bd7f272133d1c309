package dev.keyport.domain.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A flag, setting or input can't be used as given; nothing was done. */
public final class UsageException extends KeyportException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * @param message what can't be used, and why
   * @param hint what to give instead
   */
  public UsageException(String message, @Nullable String hint) {
    super(ErrorCode.USAGE, message, hint, null);
  }

  /**
   * @param message what can't be used, and why
   */
  public UsageException(String message) {
    this(message, null);
  }
}
