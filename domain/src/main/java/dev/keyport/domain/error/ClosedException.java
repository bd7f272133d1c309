package dev.keyport.domain.error;

import java.io.Serial;

/** Something was asked after it was closed: a mistake of the program, and nothing was done. */
public final class ClosedException extends KeyportException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * @param what what was closed, as {@code this Keyport}
   */
  public ClosedException(String what) {
    super(ErrorCode.CLOSED, what + " was closed", "open a new one", null);
  }
}
