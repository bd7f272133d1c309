package dev.keyport.domain.apps;

import dev.keyport.domain.auth.AuthorizedCalls;

/** Shows one app. */
public final class ShowApp {
  private final AppsApi api;
  private final AuthorizedCalls calls;

  /**
   * @param api has the app
   * @param calls has the token, and the second factor where the app wants one
   */
  public ShowApp(AppsApi api, AuthorizedCalls calls) {
    this.api = api;
    this.calls = calls;
  }

  /**
   * The app of this name or id.
   *
   * @throws dev.keyport.domain.auth.NotLoggedInException when there is no token and nobody logs in
   * @throws dev.keyport.domain.auth.ApiException.NotFound when the account sees none of this name
   * @throws dev.keyport.domain.auth.ApiException.TwoFactorRequired when the app wants a code and
   *     nobody can be asked
   * @throws dev.keyport.domain.auth.ApiException when the API refuses or fails
   */
  public App app(String name) {
    return calls.call(token -> api.app(token, name));
  }
}
