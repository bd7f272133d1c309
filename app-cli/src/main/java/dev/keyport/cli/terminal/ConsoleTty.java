package dev.keyport.cli.terminal;

import dev.keyport.domain.credential.Secret;
import java.io.Console;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Optional;

/** The JDK's console, for Windows, where there is no stty. */
final class ConsoleTty implements Tty {
  private final Console console;
  private final PrintStream err;

  private ConsoleTty(Console console, PrintStream err) {
    this.console = console;
    this.err = err;
  }

  static Optional<Tty> open(PrintStream err) {
    return Optional.ofNullable(System.console()).map(console -> new ConsoleTty(console, err));
  }

  @Override
  public void prompt(String text) {
    err.print(text);
    err.flush();
  }

  @Override
  public Optional<String> readLine() {
    return Optional.ofNullable(console.readLine());
  }

  @Override
  public Optional<Secret> readHidden(String prompt) {
    char[] typed = console.readPassword("%s", prompt);
    if (typed == null) {
      return Optional.empty();
    }
    Secret secret = Secret.copyOf(typed);
    Arrays.fill(typed, '\0');
    return Optional.of(secret);
  }

  @Override
  public Optional<Size> size() {
    return Optional.empty();
  }
}
