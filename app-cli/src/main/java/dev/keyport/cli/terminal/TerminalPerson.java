package dev.keyport.cli.terminal;

import dev.keyport.cli.io.Printable;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.InterruptedByPersonException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.BrowserChoice;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The person at the terminal: asked on stderr, answering on stdin. Everything said goes to stderr,
 * a warning only once.
 */
public final class TerminalPerson implements Interaction {
  private final PrintStream err;
  private final InteractionPolicy policy;
  private final Supplier<Optional<Tty>> opening;
  private final Pages pages;
  private final Supplier<BrowserChoice> usual;
  private final Set<String> warned = new HashSet<>();
  private boolean lookedForTty;
  private Optional<Tty> tty = Optional.empty();

  TerminalPerson(
      PrintStream err, InteractionPolicy policy, Supplier<Optional<Tty>> opening, Pages pages) {
    this(err, policy, opening, pages, BrowserChoice.Usual::new);
  }

  private TerminalPerson(
      PrintStream err,
      InteractionPolicy policy,
      Supplier<Optional<Tty>> opening,
      Pages pages,
      Supplier<BrowserChoice> usual) {
    this.usual = usual;
    this.err = err;
    this.policy = policy;
    this.opening = opening;
    this.pages = pages;
  }

  /**
   * The person at this process's terminal, which is looked for at the first question.
   *
   * @param machine says which browser opens pages, and what the terminal can show
   * @param colored whether colour may be used at a terminal
   * @param usual the browser where nobody names one
   */
  public static TerminalPerson at(
      InputStream in,
      PrintStream err,
      InteractionPolicy policy,
      Machine machine,
      BooleanSupplier colored,
      Supplier<BrowserChoice> usual) {
    return new TerminalPerson(
        err,
        policy,
        () -> machine.isWindows() ? ConsoleTty.open(err) : UnixTty.open(in, err),
        new Pages(err, machine, colored),
        usual);
  }

  private Optional<Tty> tty() {
    if (!lookedForTty) {
      lookedForTty = true;
      tty = policy == InteractionPolicy.NEVER ? Optional.empty() : opening.get();
    }
    return tty;
  }

  @Override
  public boolean canAsk() {
    return tty().isPresent();
  }

  @Override
  public String ask(String question, Optional<String> preset) {
    Tty terminal = terminal(question);
    terminal.prompt(
        Printable.of(question + preset.map(value -> " [" + value + "]").orElse("") + ": "));
    String typed = terminal.readLine().orElseThrow(() -> ended(question)).strip();
    return typed.isEmpty() ? preset.orElse("") : typed;
  }

  @Override
  public Secret askSecret(String question) {
    Tty terminal = terminal(question);
    return terminal
        .readHidden(Printable.of(question + " (hidden): "))
        .orElseThrow(() -> ended(question));
  }

  @Override
  public boolean confirm(String question, boolean preset) {
    Tty terminal = terminal(question);
    while (true) {
      terminal.prompt(Printable.of(question + (preset ? " [Y/n] " : " [y/N] ")));
      String typed = terminal.readLine().orElseThrow(() -> ended(question)).strip();
      switch (typed.toLowerCase(Locale.ROOT)) {
        case "" -> {
          return preset;
        }
        case "y", "yes" -> {
          return true;
        }
        case "n", "no" -> {
          return false;
        }
        default -> tell("Please answer y or n.");
      }
    }
  }

  private Tty terminal(String question) {
    return tty()
        .orElseThrow(
            () ->
                new UsageException(
                    "nobody can be asked: "
                        + question
                        + (policy == InteractionPolicy.NEVER
                            ? " (--no-input was given)"
                            : " (stdin or stderr is no terminal)"),
                    "see --help for the flag that gives the answer"));
  }

  private static InterruptedByPersonException ended(String question) {
    return new InterruptedByPersonException("the input ended at: " + question);
  }

  /** A browser is named by whoever wants a window; otherwise somebody has to be there to see it. */
  @Override
  public boolean canOpen(BrowserChoice browser) {
    if (browser instanceof BrowserChoice.None) {
      return true;
    }
    return browser instanceof BrowserChoice.Named ? policy != InteractionPolicy.NEVER : canAsk();
  }

  @Override
  public void open(URI page, BrowserChoice browser) {
    pages.open(page, browser instanceof BrowserChoice.Usual ? usual.get() : browser, this, tty());
  }

  @Override
  public Waiting waitFor(String what, Duration atMost) {
    return pages.waitFor(what, atMost, this, tty());
  }

  @Override
  public void tell(String message) {
    err.println(Printable.of(message));
  }

  @Override
  public void warn(String message) {
    if (warned.add(message)) {
      err.println("warning: " + Printable.of(message));
    }
  }
}
