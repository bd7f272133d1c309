package dev.keyport.domain.apps;

import dev.keyport.domain.auth.AuthorizedCalls;
import java.util.List;

/** Lists the apps that the account can see. */
public final class ListApps {
  private final AppsApi api;
  private final AuthorizedCalls calls;

  /**
   * @param api has the list
   * @param calls has the token
   */
  public ListApps(AppsApi api, AuthorizedCalls calls) {
    this.api = api;
    this.calls = calls;
  }

  /**
   * Every app, by name.
   *
   * @throws dev.keyport.domain.auth.NotLoggedInException when there is no token and nobody logs in
   * @throws dev.keyport.domain.auth.ApiException when the API refuses or fails
   */
  public List<App> apps() {
    return calls.call(api::apps);
  }
}
