package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.AccountFile;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.auth.LogOut;
import dev.keyport.domain.auth.LoggedIn;
import dev.keyport.domain.configuration.AccountProfile;
import dev.keyport.domain.configuration.ManageAccounts;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.ResolvedSetting;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.domain.settings.SettingSource;
import java.nio.file.Path;
import java.util.Optional;
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
            : loggedIn(use);
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

  private AccountProfile added(KeyportComponent use, String account, String store) {
    use.manageAccounts().add(name, account, store);
    return new AccountProfile(name, account, Optional.of(store), false);
  }

  /** All of it or nothing: a login whose name can't be written is taken back. */
  private AccountProfile loggedIn(KeyportComponent use) {
    String store = store(use);
    KeyportComponent fresh =
        use.invocation()
            .forNewAccount(
                use.invocation()
                    .preferences()
                    .settings()
                    .withoutProfile()
                    .with(SettingKey.STORE, store));
    try {
      LoggedIn done = choices.logIn(fresh);
      try {
        AccountProfile added = added(use, done.account(), store);
        use.invocation().person().tell(LoginChoices.stored(done));
        return added;
      } catch (RuntimeException e) {
        var unused = fresh.logOut().run(LogOut.Scope.CURRENT, true);
        throw e;
      }
    } finally {
      fresh.resources().close();
    }
  }

  private String store(KeyportComponent use) {
    EffectiveSettings settings = use.invocation().preferences().settings().withoutProfile();
    ResolvedSetting store = settings.find(SettingKey.STORE).orElseThrow();
    if (store.source() instanceof SettingSource.Flag || holdsSeveral(use, settings)) {
      return store.value();
    }
    Path file = AccountFile.of(use.invocation().machine(), name);
    use.invocation()
        .person()
        .tell(store.value() + " holds one login a host, so this one gets a file of its own.");
    return "netrc:" + file;
  }

  private static boolean holdsSeveral(KeyportComponent use, EffectiveSettings settings) {
    KeyportComponent usual = use.invocation().with(settings);
    try {
      return ManageAccounts.holdsSeveral(usual.store());
    } finally {
      usual.resources().close();
    }
  }
}
