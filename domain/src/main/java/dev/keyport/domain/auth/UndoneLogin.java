package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;
import java.util.Optional;

/** Takes back an authorization whose token could not be kept, and tells so in the error. */
final class UndoneLogin {
  private final AuthApi api;

  UndoneLogin(AuthApi api) {
    this.api = api;
  }

  /** The error to raise for {@code failure}, after the authorization was revoked where it could. */
  RuntimeException undo(Secret token, Optional<String> authorization, RuntimeException failure) {
    if (authorization.isEmpty()) {
      return failure;
    }
    String told;
    try {
      api.revokeAuthorization(token, authorization.get());
      told = "the token just made was revoked";
    } catch (ApiException.NotFound e) {
      told = "the token just made is gone from the account already";
    } catch (RuntimeException e) {
      Retold.suppress(failure, e);
      told =
          "the token just made could not be revoked and may still be valid, as authorization "
              + authorization.get()
              + " of the account ("
              + Retold.messageOf(e)
              + "); revoke it on the account page at dashboard.heroku.com, under Applications";
    }
    return Retold.with(failure, told);
  }
}
