package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.configuration.AccountProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code accounts:set}. */
@Command(
    name = "set",
    description = "Use an account from now on.",
    footer = {
      "",
      "It writes the account's name into the settings; no secret is copied.",
      "",
      "Examples:",
      "  keyport accounts:set work",
      "  keyport config:unset profile"
    })
public final class AccountsSetVerb implements Verb {
  @Parameters(paramLabel = "NAME", description = "The account's name, as keyport accounts has it.")
  private String name = "";

  /** With no options given. */
  public AccountsSetVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    AccountProfile account = use.manageAccounts().use(name);
    use.invocation().person().tell("In use: " + account.name() + ", " + account.account() + ".");
    Notes.environmentToken(use);
    if (answer.isJson()) {
      answer.document(
          AccountText.document(
              new AccountProfile(account.name(), account.account(), account.store(), true)));
    }
    return ExitStatus.DONE;
  }
}
