package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.auth.LogOut;
import dev.keyport.domain.auth.LoggedOut;
import dev.keyport.domain.configuration.AccountProfile;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.SettingKey;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accounts:remove}. */
@Command(
    name = "remove",
    description = "Log out of an account and forget its name.",
    footer = {
      "",
      "Its login is ended as keyport logout would; other accounts stay. Where the store is",
      "locked nothing changes.",
      "",
      "Examples:",
      "  keyport accounts:remove work",
      "  keyport accounts:remove work -y"
    })
public final class AccountsRemoveVerb implements Verb {
  @Parameters(paramLabel = "NAME", description = "The account's name.")
  private String name = "";

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  private boolean yes;

  /** With no options given. */
  public AccountsRemoveVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    AccountProfile account = use.manageAccounts().get(name);
    Interaction person = use.invocation().person();
    if (!yes && !person.canAsk()) {
      throw new UsageException("nobody can be asked whether to remove it", "add -y");
    }
    if (!yes && !person.confirm("Log out of " + account.account() + " and remove it?", false)) {
      person.tell("Nothing is removed.");
      return ExitStatus.DONE;
    }
    EffectiveSettings settings = use.invocation().preferences().settings().with(name);
    KeyportComponent its =
        use.invocation()
            .with(
                account.store().isPresent()
                    ? settings.with(SettingKey.STORE, account.store().get())
                    : settings);
    try {
      List<LoggedOut> ended = its.logOut().run(LogOut.Scope.CURRENT, true);
      for (LoggedOut one : ended) {
        RevocationText.warnOfLeft(person, "the token of " + one.account(), one.revocation());
        person.tell("Logged out " + one.account() + RevocationText.outcome(one.revocation()) + ".");
      }
    } finally {
      its.resources().close();
    }
    use.manageAccounts().remove(account);
    if (answer.isJson()) {
      answer.document(AccountText.document(account));
    } else {
      person.tell("Removed " + name + ".");
    }
    return ExitStatus.DONE;
  }
}
