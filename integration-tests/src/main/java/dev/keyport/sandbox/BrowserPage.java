package dev.keyport.sandbox;

import java.util.Optional;

/**
 * The page of a browser login: email and password, then a second factor when the account has one,
 * then the question whether to let the command in.
 */
final class BrowserPage {
  private final State state;
  private final BrowserLogins logins;
  private final Authenticator authenticator;
  private final SecondFactor secondFactor;
  private final Optional<String> approved;

  /**
   * Makes the page.
   *
   * @param approved the email of the account that a plain look at the page logs in to; empty for
   *     none
   */
  BrowserPage(
      State state,
      BrowserLogins logins,
      Authenticator authenticator,
      SecondFactor secondFactor,
      Optional<String> approved) {
    this.state = state;
    this.logins = logins;
    this.authenticator = authenticator;
    this.secondFactor = secondFactor;
    this.approved = approved;
  }

  /** The path of a login's page. */
  static String path(BrowserLogin login) {
    return "/auth/browser/" + login.id();
  }

  Answer show(Call call) {
    return logins.find(call.parameter("login")).map(l -> shown(call, l)).orElse(LoginHtml.UNKNOWN);
  }

  Answer submit(Call call) {
    return logins
        .find(call.parameter("login"))
        .map(login -> state.locked(() -> submitted(call.request(), login)))
        .orElse(LoginHtml.UNKNOWN);
  }

  private Answer shown(Call call, BrowserLogin login) {
    if (approved.isPresent() && call.request().method().equals("GET")) {
      return approve(login, state.accountByEmail(approved.get()).orElseThrow());
    }
    return login.over(state.now())
        ? LoginHtml.OVER
        : LoginHtml.askPassword(login, "", Optional.empty());
  }

  private Answer submitted(ApiRequest form, BrowserLogin login) {
    if (login.over(state.now())) {
      return LoginHtml.OVER;
    }
    if (form.formField("action").filter("deny"::equals).isPresent()) {
      logins.fail(login, Choices.DENIED);
      return LoginHtml.DENIED;
    }
    String proof = form.formField("proof").orElse("");
    Optional<BrowserLogin.Shown> shown = login.shown(proof);
    if (shown.isEmpty()) {
      return checkPassword(form, login);
    }
    Account account = state.accounts().find(shown.get().account()).orElseThrow();
    if (!shown.get().complete()) {
      return checkCode(form, login, proof, account);
    }
    return form.formField("action").filter("approve"::equals).isPresent()
        ? approve(login, account)
        : LoginHtml.askConsent(login, proof, account.email());
  }

  private Answer checkPassword(ApiRequest form, BrowserLogin login) {
    String email = form.formField("email").map(String::strip).orElse("");
    String password = form.formField("password").orElse("");
    if (email.isEmpty() || password.isEmpty()) {
      return LoginHtml.askPassword(
          login, email, Optional.of("Enter your email and your password."));
    }
    Optional<Account> found = authenticator.byPassword(new BasicCredentials(email, password));
    if (found.isEmpty()) {
      return LoginHtml.askPassword(
          login, email, Optional.of("There is no account with this email and password."));
    }
    Account account = found.get();
    if (account.suspendedAt().isPresent()) {
      return LoginHtml.askPassword(login, email, Optional.of("This account is suspended."));
    }
    return next(login, account, account.login().totp().isEmpty());
  }

  private Answer checkCode(ApiRequest form, BrowserLogin login, String proof, Account account) {
    try {
      secondFactor.redeem(account, form.formField("code").map(String::strip).orElse(""));
    } catch (ApiError wrong) {
      return LoginHtml.askCode(
          login, proof, Optional.of("This code is wrong, or it was used before."));
    }
    login.forget(proof);
    return next(login, account, true);
  }

  private Answer next(BrowserLogin login, Account account, boolean complete) {
    String proof = state.secrets().token();
    login.remember(proof, new BrowserLogin.Shown(account.id(), complete));
    return complete
        ? LoginHtml.askConsent(login, proof, account.email())
        : LoginHtml.askCode(login, proof, Optional.empty());
  }

  private Answer approve(BrowserLogin login, Account account) {
    if (!logins.approve(login, account)) {
      return LoginHtml.OVER;
    }
    Account current = state.accounts().find(account.id()).orElseThrow();
    state.accounts().put(current.loggedIn(state.now()));
    return LoginHtml.done(account.email());
  }
}
