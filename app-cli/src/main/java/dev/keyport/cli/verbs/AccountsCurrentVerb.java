package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.cli.wiring.Overrides;
import dev.keyport.domain.configuration.AccountProfile;
import picocli.CommandLine.Command;

/** {@code accounts:current}. */
@Command(
    name = "current",
    description = "Print the name of the account in use.",
    footer = {
      "",
      "It ends in 104 where none is chosen.",
      "",
      "Examples:",
      "  keyport accounts:current"
    })
public final class AccountsCurrentVerb implements Verb {
  /** With no options given. */
  public AccountsCurrentVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    AccountProfile account = use.manageAccounts().current();
    Overrides.tell(use.invocation());
    if (answer.isJson()) {
      answer.document(AccountText.document(account));
    } else {
      answer.line(account.name());
    }
    return ExitStatus.DONE;
  }
}
