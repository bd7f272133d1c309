package dev.keyport.cli.terminal;

import dev.keyport.cli.io.ToolProcess;
import dev.keyport.domain.error.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stty(1) says of the terminal on stdin, and hiding what is typed by it.
 *
 * <p>The mode is put back on every way out, by a shutdown hook where Ctrl-C ends the process.
 */
final class TtyMode {
  private static final long DEADLINE_SECONDS = 5;

  private static final Pattern SIZE =
      Pattern.compile("^([0-9]{1,5}) ([0-9]{1,5})$", Pattern.MULTILINE);

  private final String saved;

  private TtyMode(String saved) {
    this.saved = saved;
  }

  /** The mode now; empty when stdin or stderr is no terminal, or there is no stty. */
  static Optional<TtyMode> current() {
    return run("sh", "-c", "[ -t 0 ] && [ -t 2 ] && exec stty -g")
        .map(String::strip)
        .filter(mode -> !mode.isEmpty())
        .map(TtyMode::new);
  }

  /** The terminal's size; empty when it has none that is known. */
  static Optional<Size> size() {
    return run("stty", "size")
        .map(SIZE::matcher)
        .filter(Matcher::find)
        .map(size -> new Size(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2))))
        .filter(size -> size.rows() > 0 && size.columns() > 0);
  }

  /**
   * Hides typing until told to show it.
   *
   * @param onInterrupt run when Ctrl-C ends the process meanwhile, after typing is shown again
   * @throws UsageException when it can't be hidden
   */
  Hidden hideTyping(Runnable onInterrupt) {
    Hidden hidden = new Hidden(onInterrupt);
    Runtime.getRuntime().addShutdownHook(hidden.hook);
    if (run("stty", "-echo").isEmpty()) {
      hidden.show();
      throw new UsageException(
          "this terminal can't hide what is typed, so no secret is asked for",
          "use --password-stdin or --with-token");
    }
    return hidden;
  }

  private void restore() {
    run("stty", saved);
  }

  private static Optional<String> run(String... command) {
    try {
      Process process =
          ToolProcess.of(command)
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      boolean ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Typing is hidden until {@link #show}, or the end of the process. */
  final class Hidden {
    private final Thread hook;

    private Hidden(Runnable onInterrupt) {
      hook =
          new Thread(
              () -> {
                restore();
                onInterrupt.run();
              },
              "restore-terminal");
    }

    void show() {
      restore();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending already: the hook restores as well, which does no harm.
        return;
      }
    }
  }
}
