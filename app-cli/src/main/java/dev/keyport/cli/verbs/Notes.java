package dev.keyport.cli.verbs;

import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.cli.wiring.Overrides;

/** What several verbs tell the person beside their answer. */
final class Notes {
  private Notes() {}

  /** That the environment's token is used in place of any login, where it is set. */
  static void environmentToken(KeyportComponent use) {
    use.environmentToken().ifPresent(found -> Overrides.tellOfToken(use.invocation()));
  }
}
