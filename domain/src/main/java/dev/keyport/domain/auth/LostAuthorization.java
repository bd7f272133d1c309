package dev.keyport.domain.auth;

import java.util.function.Supplier;

/**
 * An authorization whose answer was lost. The API may have made it, and its token would be known to
 * nobody: so the person is told what it is called and where to look for it.
 */
public final class LostAuthorization {
  private LostAuthorization() {}

  /**
   * Makes the authorization; of a failure that may have made one as well, says so.
   *
   * @param description what it is called; empty for one without a name
   */
  public static Authorization told(String description, Supplier<Authorization> creation) {
    try {
      return creation.get();
    } catch (ApiException e) {
      throw e.mayHaveTakenEffect() ? told(description, e) : e;
    }
  }

  private static ApiException told(String description, ApiException failure) {
    String name = description.isEmpty() ? "a new one without a name" : "\"" + description + "\"";
    return failure
        .withMessage(
            failure.failure().message() + "; the account may have a new authorization all the same")
        .withHint(
            "look for "
                + name
                + " with keyport authorizations, or on the account page at dashboard.heroku.com, and"
                + " revoke it"
                + failure.failure().hint().map(hint -> "; then " + hint).orElse(""));
  }
}
