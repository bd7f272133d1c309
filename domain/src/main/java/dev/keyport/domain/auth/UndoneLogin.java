package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;

/** Takes back what a login made where its token could not be kept, and tells so in the error. */
final class UndoneLogin {
  private final AuthApi api;

  UndoneLogin(AuthApi api) {
    this.api = api;
  }

  /** The error to raise for {@code failure}, after what was made was ended where it could. */
  RuntimeException undo(Secret token, Made made, RuntimeException failure) {
    if (made instanceof Made.Nothing) {
      return failure;
    }
    String told;
    try {
      told =
          made.end(api, token)
              ? "the token just made was revoked"
              : "the token just made is gone from the account already";
    } catch (RuntimeException e) {
      Retold.suppress(failure, e);
      told =
          "the token just made could not be revoked and may still be valid, "
              + made.left()
              + " ("
              + Retold.messageOf(e)
              + "); revoke it with "
              + made.verb()
              + ", or on the account page at dashboard.heroku.com, under Applications";
    }
    return Retold.with(failure, told);
  }
}
