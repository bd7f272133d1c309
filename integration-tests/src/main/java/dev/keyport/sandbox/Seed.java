package dev.keyport.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Fills a new sandbox with accounts and apps. */
final class Seed {
  static final List<String> MAIN_APPS = List.of("keyport-demo", "keyport-worker");
  static final String SECOND_FACTOR_APP = "keyport-guarded";
  static final String FOREIGN_APP = "somebody-elses";

  private static final String FEDERATED = "sso";

  private final State state;

  private Seed(State state) {
    this.state = state;
  }

  /** Puts accounts and apps into an empty state. */
  static SeededAccounts plant(State state) {
    return state.locked(new Seed(state)::plant);
  }

  private SeededAccounts plant() {
    Account main = account("dev", PasswordPolicy.ACCEPTED);
    Account otp = account("otp", PasswordPolicy.ACCEPTED);
    Account mfa = account("mfa", PasswordPolicy.MFA_REQUIRED);
    Account device = account("device", PasswordPolicy.DEVICE_TRUST_REQUIRED);
    Account suspended = account("suspended", PasswordPolicy.ACCEPTED);
    Account other = account("other", PasswordPolicy.ACCEPTED);
    Account federated = account(FEDERATED, PasswordPolicy.FEDERATED);
    SeededAccount otpSeeded = withSecondFactor(otp);
    SeededAccount mfaSeeded = withSecondFactor(mfa);
    MAIN_APPS.forEach(name -> app(name, main, false));
    app(SECOND_FACTOR_APP, otp, true);
    app(FOREIGN_APP, other, false);
    Optional<String> mainToken = Optional.of(defaultToken(main));
    Optional<String> suspendedToken = Optional.of(defaultToken(suspended));
    Account complete = state.accounts().find(suspended.id()).orElseThrow();
    state.accounts().put(complete.suspended(state.now()));
    return new SeededAccounts(
        seeded(main, mainToken),
        otpSeeded,
        mfaSeeded,
        seeded(device, Optional.empty()),
        seeded(suspended, suspendedToken),
        seeded(other, Optional.empty()),
        seeded(federated, Optional.empty()));
  }

  private SeededAccount withSecondFactor(Account account) {
    Totp generator = state.secrets().totp();
    Set<String> codes = state.secrets().recoveryCodes();
    state.accounts().put(account.withLogin(account.login().withTotp(generator, codes)));
    return new SeededAccount(
        account.email(),
        account.login().password(),
        Optional.of(generator.base32()),
        codes,
        Optional.empty());
  }

  private Account account(String name, PasswordPolicy policy) {
    Login login = Login.password(state.secrets().password(), policy);
    return state.accounts().put(Account.create(name + "@example.com", login, state.now()));
  }

  private String defaultToken(Account account) {
    return state.defaultAuthorization(account).access().map(Token::value).orElseThrow();
  }

  private void app(String name, Account owner, boolean secondFactor) {
    state.apps().put(new App(UUID.randomUUID(), name, owner.id(), secondFactor, state.now()));
  }

  private static SeededAccount seeded(Account account, Optional<String> token) {
    return new SeededAccount(
        account.email(), account.login().password(), Optional.empty(), Set.of(), token);
  }
}
