package dev.keyport.domain.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The thing named does not exist, as far as could be seen without asking the API for it. */
public final class NotFoundException extends KeyportException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * @param message what does not exist, and where it was looked for
   * @param hint what does exist, or how to list it
   */
  public NotFoundException(String message, @Nullable String hint) {
    super(ErrorCode.NOT_FOUND, message, hint, null);
  }
}
