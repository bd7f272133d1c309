package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.io.Table;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.cli.wiring.Overrides;
import dev.keyport.domain.configuration.AccountProfile;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code accounts}. */
@Command(
    name = "accounts",
    description = "List the accounts there are, and which is in use.",
    synopsisSubcommandLabel = "[VERB]",
    subcommands = {
      AccountsAddVerb.class,
      AccountsCurrentVerb.class,
      AccountsImportVerb.class,
      AccountsSetVerb.class,
      AccountsRemoveVerb.class
    },
    footer = {
      "",
      "An account is a profile of the settings that names a login. Only that name and the",
      "place of the login stand there, no secret. --profile NAME and KEYPORT_PROFILE use one",
      "for a single command.",
      "",
      "Examples:",
      "  keyport accounts",
      "  keyport accounts:add work",
      "  keyport accounts:set work",
      "  keyport whoami --profile work"
    })
public final class AccountsVerb implements Verb {
  /** With no options given. */
  public AccountsVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    List<AccountProfile> accounts = use.manageAccounts().list();
    Overrides.tell(use.invocation());
    if (answer.isJson()) {
      answer.document(accounts.stream().map(AccountText::document).toList());
    } else if (accounts.isEmpty()) {
      use.invocation().person().tell("No accounts: add one with keyport accounts:add NAME.");
    } else {
      Table.of(accounts.stream().map(AccountText::row).toList()).forEach(answer::line);
    }
    return ExitStatus.DONE;
  }
}
