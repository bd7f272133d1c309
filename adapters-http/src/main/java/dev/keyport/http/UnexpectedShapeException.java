package dev.keyport.http;

import java.io.Serial;

/** JSON that is not what the API promises. The message names fields, never what is in them. */
final class UnexpectedShapeException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  UnexpectedShapeException(String message) {
    super(message);
  }
}
