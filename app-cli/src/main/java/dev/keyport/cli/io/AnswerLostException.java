package dev.keyport.cli.io;

import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.KeyportException;
import java.io.Serial;

/** An answer that can't be had a second time did not reach whoever asked. */
public final class AnswerLostException extends KeyportException {
  @Serial private static final long serialVersionUID = 1L;

  AnswerLostException(String message, String hint) {
    super(ErrorCode.FAILED, message, hint, null);
  }
}
