package dev.keyport.cli.browser;

import dev.keyport.cli.io.ToolProcess;
import dev.keyport.domain.interaction.BrowserChoice;
import dev.keyport.domain.settings.Machine;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Opens pages by the programs in {@code BROWSER}, else by the machine's own opener. They get
 * neither the terminal nor its Ctrl-C, and nothing of what they say is shown.
 */
public final class PageOpener {
  /** A program that fails does so at once; one that still runs after this has a window open. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Machine machine;

  /** For this machine. */
  public PageOpener(Machine machine) {
    this.machine = machine;
  }

  /**
   * What came of opening a page.
   *
   * @param by the program that opened it; empty when none did
   * @param failed the programs that could not
   */
  public record Opened(Optional<String> by, List<String> failed) {
    /** Copies the list. */
    public Opened {
      failed = List.copyOf(failed);
    }
  }

  /** Tries one program after another. */
  public Opened open(URI page, BrowserChoice choice) {
    List<String> failed = new ArrayList<>();
    for (BrowserCommand command : commands(choice)) {
      if (opens(command.on(page))) {
        return new Opened(Optional.of(command.program()), failed);
      }
      failed.add(command.program());
    }
    return new Opened(Optional.empty(), failed);
  }

  List<BrowserCommand> commands(BrowserChoice choice) {
    if (choice instanceof BrowserChoice.Named named) {
      return List.of(
          machine.isMac()
              ? new BrowserCommand(List.of("open", "-a", named.command()))
              : command(named.command()));
    }
    if (choice instanceof BrowserChoice.None) {
      return List.of();
    }
    return machine
        .variable("BROWSER")
        .map(list -> BrowserCommand.parseList(list, machine.isWindows() ? ';' : ':'))
        .orElseGet(() -> opener().map(List::of).orElseGet(List::of));
  }

  /** A program by its path, blanks in it or not, or a command with its arguments. */
  private static BrowserCommand command(String text) {
    return text.contains(File.separator) && new File(text).canExecute()
        ? new BrowserCommand(List.of(text))
        : BrowserCommand.parse(text);
  }

  private Optional<BrowserCommand> opener() {
    if (machine.isMac()) {
      return Optional.of(new BrowserCommand(List.of("open")));
    }
    if (machine.isWindows()) {
      return Optional.of(new BrowserCommand(List.of("rundll32", "url.dll,FileProtocolHandler")));
    }
    boolean display =
        machine.variable("DISPLAY").or(() -> machine.variable("WAYLAND_DISPLAY")).isPresent();
    return display ? Optional.of(new BrowserCommand(List.of("xdg-open"))) : Optional.empty();
  }

  private boolean opens(List<String> words) {
    try {
      Process process =
          ToolProcess.of(ofItsOwn(words).toArray(String[]::new))
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return !process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          || process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** In a session of its own where that can be had: Ctrl-C at the terminal is not for a browser. */
  private List<String> ofItsOwn(List<String> words) {
    if (machine.isMac() || machine.isWindows() || !isOnPath("setsid")) {
      return words;
    }
    List<String> all = new ArrayList<>(List.of("setsid"));
    all.addAll(words);
    return all;
  }

  private boolean isOnPath(String program) {
    return machine.variable("PATH").stream()
        .flatMap(Pattern.compile(Pattern.quote(File.pathSeparator))::splitAsStream)
        .anyMatch(folder -> isExecutable(folder, program));
  }

  private static boolean isExecutable(String folder, String program) {
    try {
      return Files.isExecutable(Path.of(folder, program));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
