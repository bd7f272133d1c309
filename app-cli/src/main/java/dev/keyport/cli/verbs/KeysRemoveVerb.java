package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.keys.AccountKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code keys:remove}. */
@Command(
    name = "remove",
    description = "Remove an SSH key from the account.",
    footer = {
      "",
      "Examples:",
      "  keyport keys:remove me@laptop",
      "  keyport keys:remove SHA256:..."
    })
public final class KeysRemoveVerb implements Verb {
  @Parameters(
      paramLabel = "KEY",
      description = "Its comment, fingerprint (MD5 or SHA256:...) or id.")
  private String key = "";

  /** With no options given. */
  public KeysRemoveVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    AccountKey removed = use.manageKeys().remove(key);
    if (answer.isJson()) {
      answer.document(KeyDocument.of(removed));
    } else {
      answer.line("Removed " + removed.fingerprint() + " " + removed.comment());
    }
    return ExitStatus.DONE;
  }
}
