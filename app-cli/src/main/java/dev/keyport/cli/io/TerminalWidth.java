package dev.keyport.cli.io;

import dev.keyport.domain.settings.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many columns the answer has room for: as many as it likes where it goes to no terminal. */
public final class TerminalWidth {
  private static final int USUAL = 80;
  private static final int NARROWEST = 20;
  private static final long DEADLINE_SECONDS = 5;

  // stty looks at its stdin and answers on its stdout: here the one is our stdout, and the other,
  // since that is the terminal, our pipe on its stderr.
  private static final String ASK = "[ -t 1 ] || exit 1; stty size <&1 >&2; exit 0";
  private static final Pattern SIZE = Pattern.compile("\\s*\\d{1,5} (\\d{1,5})\\s*");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

  private final Supplier<Optional<String>> terminal;

  /**
   * @param terminal what stty(1) says of the terminal's size; empty where there is no terminal
   */
  TerminalWidth(Supplier<Optional<String>> terminal) {
    this.terminal = terminal;
  }

  /** Of what is no terminal. */
  static TerminalWidth none() {
    return new TerminalWidth(Optional::empty);
  }

  /** Of this process's stdout, which is looked at when it is asked for. */
  static TerminalWidth ofStdout() {
    return new TerminalWidth(TerminalWidth::ask);
  }

  /** The columns: what {@code COLUMNS} says, else the terminal itself, else 80. */
  public OptionalInt columns(Machine machine) {
    Optional<String> size = terminal.get();
    if (size.isEmpty()) {
      return OptionalInt.empty();
    }
    int told =
        machine
            .variable("COLUMNS")
            .filter(text -> NUMBER.matcher(text).matches())
            .map(Integer::parseInt)
            .filter(columns -> columns > 0)
            .orElseGet(() -> columns(size.get()));
    return OptionalInt.of(Math.max(NARROWEST, told));
  }

  /** A terminal that doesn't know its size says zero. */
  private static int columns(String size) {
    Matcher matcher = SIZE.matcher(size);
    int columns = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    return columns > 0 ? columns : USUAL;
  }

  private static Optional<String> ask() {
    try {
      Process process =
          ToolProcess.of("sh", "-c", ASK)
              .redirectInput(ProcessBuilder.Redirect.PIPE)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .start();
      process.getOutputStream().close();
      String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.US_ASCII);
      boolean ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
