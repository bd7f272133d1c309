package dev.keyport.http.okhttp;

import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.KeyportException;
import java.io.IOException;
import java.io.Serial;

/**
 * A request was not sent, since its credential could not be had, or not be written into a header:
 * the cause says why. An {@link IOException}, as OkHttp takes no other from what is part of a call.
 */
public final class CredentialUnavailableException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  CredentialUnavailableException(KeyportException cause) {
    super(cause.getMessage(), cause);
    this.code = cause.code();
  }

  /** The cause's stable code. */
  public ErrorCode code() {
    return code;
  }
}
