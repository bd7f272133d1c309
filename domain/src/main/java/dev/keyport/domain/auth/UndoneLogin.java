package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.store.StoreException;
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
      told = "the login was undone and its token revoked";
    } catch (KeyportException e) {
      failure.addSuppressed(e);
      told =
          "the token just made could not be revoked and is still valid, as authorization "
              + authorization.get()
              + " of the account ("
              + e.message()
              + ")";
    }
    return retold(failure, told);
  }

  private static RuntimeException retold(RuntimeException failure, String told) {
    if (failure instanceof StoreException e) {
      return keepingSuppressed(e.withMessage(e.message() + "; " + told), e);
    }
    if (failure instanceof ApiException e) {
      return keepingSuppressed(e.withMessage(e.failure().message() + "; " + told), e);
    }
    return failure;
  }

  private static RuntimeException keepingSuppressed(RuntimeException retold, RuntimeException of) {
    for (Throwable suppressed : of.getSuppressed()) {
      retold.addSuppressed(suppressed);
    }
    return retold;
  }
}
