package dev.keyport.domain.auth;

import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.token.FoundToken;
import dev.keyport.domain.token.TokenOrigin;
import dev.keyport.domain.token.TokenSource;
import java.util.Optional;

/** Looks at the store, the token in force and the API, and asks nobody anything. */
public final class ShowStatus {
  private final AuthApi api;
  private final TokenStore store;
  private final TokenSource tokens;
  private final Endpoints endpoints;

  /**
   * @param api is asked about the token
   * @param store its state is told
   * @param tokens where the token comes from
   * @param endpoints the API host
   */
  public ShowStatus(AuthApi api, TokenStore store, TokenSource tokens, Endpoints endpoints) {
    this.api = api;
    this.store = store;
    this.tokens = tokens;
    this.endpoints = endpoints;
  }

  /** How things stand; a problem is told in the answer, not raised. */
  public AuthStatus status() {
    StoreStatus storeStatus = store.status();
    Optional<FoundToken> token = Optional.empty();
    try {
      token = tokens.inForce(endpoints.apiHost());
      if (token.isEmpty()) {
        throw new NotLoggedInException(endpoints.apiHost().withoutPort(), store);
      }
      Account account = account(token.get());
      return new AuthStatus(
          store.spec(), storeStatus, token, Optional.of(account), Optional.empty());
    } catch (KeyportException e) {
      return new AuthStatus(store.spec(), storeStatus, token, Optional.empty(), Optional.of(e));
    }
  }

  private Account account(FoundToken token) {
    try {
      return api.account(token.token());
    } catch (ApiException.Rejected e) {
      throw token.origin() instanceof TokenOrigin.Environment environment
          ? AuthorizedCalls.refused(environment, e)
          : e;
    }
  }
}
