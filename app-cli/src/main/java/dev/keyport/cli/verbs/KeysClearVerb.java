package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.keys.AccountKey;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code keys:clear}. */
@Command(
    name = "clear",
    description = "Remove every SSH key from the account.",
    footer = {"", "Examples:", "  keyport keys:clear"})
public final class KeysClearVerb implements Verb {
  /** With no options given. */
  public KeysClearVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    List<AccountKey> removed = use.manageKeys().clear();
    if (answer.isJson()) {
      answer.document(removed.stream().map(KeyDocument::of).toList());
    } else {
      removed.forEach(key -> answer.line("Removed " + key.fingerprint() + " " + key.comment()));
      if (removed.isEmpty()) {
        use.invocation().person().tell("The account had no SSH keys.");
      }
    }
    return ExitStatus.DONE;
  }
}
