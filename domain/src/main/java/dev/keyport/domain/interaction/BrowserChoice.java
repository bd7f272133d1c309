package dev.keyport.domain.interaction;

import java.util.Objects;

/** Which browser a page is to be opened in. */
public sealed interface BrowserChoice {
  /** The one that the person's machine opens pages in. */
  record Usual() implements BrowserChoice {}

  /**
   * This one.
   *
   * @param command the program, and what it is to be given before the page's address; {@code %s} in
   *     it stands for the address
   */
  record Named(String command) implements BrowserChoice {
    public Named {
      Objects.requireNonNull(command, "command");
    }
  }

  /** None here: the person is told the address, and opens it wherever they like. */
  record None() implements BrowserChoice {}
}
