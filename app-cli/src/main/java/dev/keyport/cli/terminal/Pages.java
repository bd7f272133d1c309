package dev.keyport.cli.terminal;

import dev.keyport.cli.browser.PageOpener;
import dev.keyport.cli.browser.QrPicture;
import dev.keyport.domain.interaction.BrowserChoice;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.settings.Machine;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Pages brought before the person, and the wait for what they do there. */
final class Pages {
  private static final int DEFAULT_COLUMNS = 80;

  private final PrintStream err;
  private final Machine machine;
  private final BooleanSupplier colored;

  /**
   * @param colored whether colour may be used at a terminal
   */
  Pages(PrintStream err, Machine machine, BooleanSupplier colored) {
    this.err = err;
    this.machine = machine;
    this.colored = colored;
  }

  /** Opens the page, and tells its address in any case: a program may fail after it started. */
  void open(URI page, BrowserChoice choice, Interaction person, Optional<Tty> tty) {
    PageOpener.Opened opened = new PageOpener(machine).open(page, choice);
    if (opened.by().isPresent()) {
      person.tell("Opened with " + opened.by().get() + ". Where no page shows up, open this link:");
      person.tell("  " + page);
      return;
    }
    if (!opened.failed().isEmpty()) {
      person.warn("no page could be opened with " + String.join(" or ", opened.failed()));
    } else if (!(choice instanceof BrowserChoice.None)) {
      person.tell("No browser to open is known here: BROWSER is not set, and there is no display.");
    }
    tty.ifPresent(terminal -> draw(page, terminal));
    person.tell("Open this link in a browser:");
    person.tell("  " + page);
  }

  private void draw(URI page, Tty terminal) {
    Optional<Size> size = terminal.size();
    if (size.isEmpty() || isDumb() || !isUtf8()) {
      return;
    }
    QrPicture.of(page.toASCIIString())
        .filter(picture -> picture.width() <= size.get().columns())
        // All of it and the link below have to be seen at once.
        .filter(picture -> picture.height() + 3 <= size.get().rows())
        .ifPresent(picture -> picture.lines(colored.getAsBoolean()).forEach(err::println));
  }

  /** Tells of the wait: by what moves only where somebody sees it move. */
  Interaction.Waiting waitFor(String what, Duration atMost, Interaction person, Optional<Tty> tty) {
    if (tty.isPresent() && !isDumb()) {
      int columns = tty.get().size().map(Size::columns).orElse(DEFAULT_COLUMNS);
      return Spinner.start(err, isUtf8(), what, atMost, columns);
    }
    String time =
        atMost.toSeconds() % 60 == 0 ? atMost.toMinutes() + " minutes" : atMost.toSeconds() + " s";
    person.tell("Waiting for " + what + ", for " + time + " at most.");
    return () -> {};
  }

  /** Windows has no TERM either, and its older consoles show escape sequences as they are. */
  private boolean isDumb() {
    return machine.variable("TERM").filter(term -> !term.equals("dumb")).isEmpty();
  }

  /** What the locale says, the first of these that is set; Windows says it otherwise. */
  private boolean isUtf8() {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .flatMap(name -> machine.variable(name).stream())
        .findFirst()
        .map(locale -> locale.toUpperCase(Locale.ROOT).replace("-", ""))
        .filter(locale -> locale.contains("UTF8"))
        .isPresent();
  }
}
