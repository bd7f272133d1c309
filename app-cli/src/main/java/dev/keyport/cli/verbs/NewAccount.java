package dev.keyport.cli.verbs;

import dev.keyport.cli.wiring.AccountFile;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.auth.LogOut;
import dev.keyport.domain.auth.LoggedIn;
import dev.keyport.domain.configuration.AccountProfile;
import dev.keyport.domain.configuration.ManageAccounts;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.ResolvedSetting;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.domain.settings.SettingSource;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** An account whose login is stored beside those there are. */
final class NewAccount {
  private NewAccount() {}

  /**
   * Logs in, and names the login. All of it or nothing: a login whose name can't be written is
   * taken back.
   *
   * @param login logs in, in a wiring where nobody is logged in
   */
  static AccountProfile add(
      KeyportComponent use, String name, Function<KeyportComponent, LoggedIn> login) {
    String store = store(use, name);
    KeyportComponent fresh =
        use.invocation().forNewAccount(usual(use).with(SettingKey.STORE, store));
    try {
      LoggedIn done = login.apply(fresh);
      try {
        use.manageAccounts().add(name, done.account(), store);
        use.invocation().person().tell(LoginChoices.stored(done));
        return new AccountProfile(name, done.account(), Optional.of(store), false);
      } catch (RuntimeException e) {
        takeBack(fresh, done, e);
        throw e;
      }
    } finally {
      fresh.resources().close();
    }
  }

  private static void takeBack(KeyportComponent fresh, LoggedIn done, RuntimeException failure) {
    try {
      var unused = fresh.logOut().run(LogOut.Scope.CURRENT, true);
    } catch (KeyportException e) {
      failure.addSuppressed(e);
      fresh
          .invocation()
          .person()
          .warn("the login is in " + done.store() + " all the same: " + e.message());
    }
  }

  private static EffectiveSettings usual(KeyportComponent use) {
    return use.invocation().preferences().settings().withoutProfile();
  }

  private static String store(KeyportComponent use, String name) {
    EffectiveSettings settings = usual(use);
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
