package dev.keyport.domain.error;

import java.io.Serial;

/** The person stopped it at a prompt (Ctrl-C, or end of input); nothing is half done. */
public final class InterruptedByPersonException extends KeyportException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * @param message what was stopped
   */
  public InterruptedByPersonException(String message) {
    super(ErrorCode.INTERRUPTED, message, null, null);
  }
}
