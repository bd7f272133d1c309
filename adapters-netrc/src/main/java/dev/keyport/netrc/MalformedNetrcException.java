package dev.keyport.netrc;

import java.io.Serial;

/** The text is no netrc; holds nothing of it but the number of a line. */
final class MalformedNetrcException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int line;

  MalformedNetrcException(int line, String what) {
    super(what);
    this.line = line;
  }

  /** Counted from one. */
  int line() {
    return line;
  }
}
