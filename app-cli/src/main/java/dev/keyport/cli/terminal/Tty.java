package dev.keyport.cli.terminal;

import dev.keyport.domain.credential.Secret;
import java.util.Optional;

/** A terminal that a person sits at. */
interface Tty {
  /** Shows text and stays on the line. */
  void prompt(String text);

  /** The line typed; empty at the end of input. */
  Optional<String> readLine();

  /**
   * The line typed, without showing it; empty at the end of input. Typing is hidden before the
   * prompt appears: who types at once, or pastes, must not see it either.
   *
   * @throws dev.keyport.domain.error.UsageException when this terminal can't hide typing
   */
  Optional<Secret> readHidden(String prompt);

  /** How much fits on it; empty when that can't be told. */
  Optional<Size> size();
}
