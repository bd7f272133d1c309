package dev.keyport.cli.io;

import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.KeyportException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/** Tells an error on stderr, once, for a person or as JSON. */
public final class ErrorPrinter {
  private final PrintStream err;
  private final boolean json;

  /** On this stream, as text or JSON. */
  public ErrorPrinter(PrintStream err, boolean json) {
    this.err = err;
    this.json = json;
  }

  /** Tells it; the exit status is the answer. */
  public int print(KeyportException error) {
    return print(error.code(), error.message(), error.hint());
  }

  /**
   * Tells of an error that nobody foresaw: its type and where it was raised, never its message,
   * which could hold anything.
   */
  public int printUnforeseen(Throwable error) {
    StackTraceElement[] stack = error.getStackTrace();
    String where = stack.length == 0 ? "an unknown place" : stack[0].toString();
    return print(
        ErrorCode.FAILED,
        "an error nobody foresaw: " + error.getClass().getName() + " at " + where,
        Optional.of("please report it, with the command but without any secret"));
  }

  /** Tells it; the exit status is the answer. */
  public int print(ErrorCode code, String message, Optional<String> hint) {
    int exit = ExitStatus.of(code);
    if (json) {
      err.println(
          Json.write(
              Map.of(
                  "error",
                  new Json.Fields()
                      .put("code", code.code())
                      .put("message", message)
                      .put("hint", hint)
                      .put("exit", exit)
                      .map())));
    } else {
      err.println("keyport: " + Printable.of(message));
      hint.ifPresent(text -> err.println("  " + Printable.of(text)));
    }
    err.flush();
    return exit;
  }
}
