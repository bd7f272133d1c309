package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.token.FoundToken;
import dev.keyport.domain.token.TokenSource;
import java.util.Optional;

/** Shows the token in force. */
public final class ShowToken {
  private final AuthApi api;
  private final AuthorizedCalls calls;
  private final TokenSource tokens;
  private final TokenStore store;
  private final Endpoints endpoints;

  /**
   * @param api is asked whether the token is valid, where that is wanted
   * @param calls offers to log in
   * @param tokens where tokens come from
   * @param store named when it has none
   * @param endpoints the API host
   */
  public ShowToken(
      AuthApi api,
      AuthorizedCalls calls,
      TokenSource tokens,
      TokenStore store,
      Endpoints endpoints) {
    this.api = api;
    this.calls = calls;
    this.tokens = tokens;
    this.store = store;
    this.endpoints = endpoints;
  }

  /**
   * The token for a host.
   *
   * @param host empty for the API host
   * @throws NotLoggedInException when there is none
   */
  public FoundToken of(Optional<Host> host) {
    if (host.isEmpty() || host.get().equals(endpoints.apiHost())) {
      return calls.token();
    }
    return tokens
        .inForce(host.get())
        .orElseThrow(() -> new NotLoggedInException(host.get(), store));
  }

  /**
   * The token for the API host, once the API has taken it.
   *
   * @throws NotLoggedInException when there is none
   * @throws ApiException.Rejected when the API refuses it and nobody logs in anew
   */
  public FoundToken checked() {
    return calls.callWith(
        found -> {
          api.account(found.token());
          return found;
        });
  }
}
