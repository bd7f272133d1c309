package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.configuration.AccountProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accounts:add}. */
@Command(
    name = "add",
    description = "Log in to an account, and keep it beside those there are.",
    footer = {
      "",
      "The login goes to the store in use where that holds several logins for a host, else to",
      "a netrc file of the account's own; --store names another. No other login is touched, and",
      "the account in use stays. --current gives the login in force a name instead.",
      "",
      "Examples:",
      "  keyport accounts:add work",
      "  keyport accounts:add home --current",
      "  keyport accounts:add ci --with-token < token.txt"
    })
public final class AccountsAddVerb implements Verb {
  @Parameters(paramLabel = "NAME", description = "What to call it: letters, digits, . _ @ + -")
  private String name = "";

  @Option(names = "--current", description = "The login in force, as it is stored.")
  private boolean current;

  @Mixin private final LoginChoices choices = new LoginChoices();

  /** With no options given. */
  public AccountsAddVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    choices.check();
    use.manageAccounts().checkNew(name);
    AccountProfile added =
        current
            ? use.manageAccounts().adopt(name, use.store(), use.endpoints().apiHost())
            : NewAccount.add(use, name, choices::logIn);
    if (answer.isJson()) {
      answer.document(AccountText.document(added));
    } else {
      answer.line(added.name() + ": " + added.account());
    }
    use.invocation()
        .person()
        .tell(
            "Use it with keyport accounts:set " + name + ", or once with --profile " + name + ".");
    return ExitStatus.DONE;
  }
}
