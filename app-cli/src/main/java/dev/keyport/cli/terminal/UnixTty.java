package dev.keyport.cli.terminal;

import dev.keyport.domain.credential.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;

/**
 * A POSIX terminal on stdin, with prompts on stderr. The JDK's Console would not do: it prompts on
 * stdout, and there is none when stdout is redirected, as in {@code TOKEN=$(keyport auth:token)}.
 */
final class UnixTty implements Tty {
  private final InputStream in;
  private final PrintStream err;
  private final TtyMode mode;

  private UnixTty(InputStream in, PrintStream err, TtyMode mode) {
    this.in = in;
    this.err = err;
    this.mode = mode;
  }

  /** The terminal; empty when stdin or stderr is none. */
  static Optional<Tty> open(InputStream in, PrintStream err) {
    return TtyMode.current().map(mode -> new UnixTty(in, err, mode));
  }

  @Override
  public void prompt(String text) {
    err.print(text);
    err.flush();
  }

  @Override
  public Optional<String> readLine() {
    return line().map(TypedLine::text);
  }

  @Override
  public Optional<Secret> readHidden(String prompt) {
    TtyMode.Hidden hidden = mode.hideTyping(err::println);
    try {
      prompt(prompt);
      return line().map(TypedLine::secret);
    } finally {
      hidden.show();
      // The person's own Enter was not shown either.
      err.println();
    }
  }

  @Override
  public Optional<Size> size() {
    return TtyMode.size();
  }

  private Optional<TypedLine> line() {
    try {
      return TypedLine.read(in);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
