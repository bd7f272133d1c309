package dev.keyport.sandbox;

import java.net.URI;

/** All routes of the API. */
final class Routes {
  private Routes() {}

  static Router all(
      State state, RateLimiter rateLimiter, SecondFactor secondFactor, URI git, int pageSize) {
    Router router = new Router();
    AuthorizationView view = new AuthorizationView(state);
    new AccountResource(state, rateLimiter, secondFactor).addTo(router);
    new KeysResource(state, pageSize).addTo(router);
    new AuthorizationsResource(state, view, pageSize).addTo(router);
    new SessionsResource(state, pageSize).addTo(router);
    new ClientsResource(state, pageSize).addTo(router);
    new TokensResource(state, view).addTo(router);
    new AppsResource(state, secondFactor, git, pageSize).addTo(router);
    return router;
  }
}
