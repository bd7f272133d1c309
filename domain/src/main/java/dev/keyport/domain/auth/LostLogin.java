package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;
import java.util.function.Supplier;

/** A login whose answer was lost, which may have made an authorization that nobody holds. */
final class LostLogin {
  private LostLogin() {}

  /** Makes the authorization; of a failure that may have made one as well, says so. */
  static Authorization told(PasswordLogin login, Supplier<Authorization> creation) {
    return LostAuthorization.told(login.description(), creation);
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
                  + "\" with keyport sessions, or on the account page at dashboard.heroku.com"
                  + e.failure().hint().map(hint -> "; " + hint).orElse(""))
          : e;
    }
  }
}
