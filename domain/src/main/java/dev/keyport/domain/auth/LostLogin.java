package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;
import java.util.function.Supplier;

/**
 * A login whose answer was lost. The API may have made the authorization, and only its token could
 * revoke it: so the person is told what it is called and where to look for it.
 */
final class LostLogin {
  private LostLogin() {}

  /** Makes the authorization; of a failure that may have made one as well, says so. */
  static Authorization told(PasswordLogin login, Supplier<Authorization> creation) {
    try {
      return creation.get();
    } catch (ApiException e) {
      throw e.mayHaveTakenEffect() ? told(login, e) : e;
    }
  }

  /** Waits for a login in the browser; of a failure, says what may be left of it. */
  static Secret told(String description, Supplier<Secret> waiting) {
    try {
      return waiting.get();
    } catch (ApiException e) {
      throw e.mayHaveTakenEffect()
          ? e.withHint(
              "where it was approved in the browser all the same, end the session \""
                  + description
                  + "\" on the account page at dashboard.heroku.com, under Applications"
                  + e.failure().hint().map(hint -> "; " + hint).orElse(""))
          : e;
    }
  }

  private static ApiException told(PasswordLogin login, ApiException failure) {
    String name =
        login.description().isEmpty()
            ? "a new one without a name"
            : "\"" + login.description() + "\"";
    return failure
        .withMessage(
            failure.failure().message() + "; the account may have a new authorization all the same")
        .withHint(
            "look for "
                + name
                + " on the account page at dashboard.heroku.com, under Applications, and revoke it"
                + failure.failure().hint().map(hint -> "; then " + hint).orElse(""));
  }
}
