package dev.keyport.sandbox;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Answers requests of the API: the checks in their order, then the route's handler. */
final class Dispatcher {
  private static final String RATE_LIMITS_PATH = "/account/rate-limits";

  private final State state;
  private final Router router;
  private final Authenticator authenticator;
  private final RateLimiter rateLimiter;

  Dispatcher(State state, Router router, Authenticator authenticator, RateLimiter rateLimiter) {
    this.state = state;
    this.router = router;
    this.authenticator = authenticator;
    this.rateLimiter = rateLimiter;
  }

  /** Answers one request. Safe for use by several threads. */
  Answer answer(ApiRequest request) {
    Answer answer = state.locked(() -> orError(() -> checked(request)));
    Answer complete =
        answer
            .with("Cache-Control", Choices.CACHE_CONTROL)
            .with("Request-Id", UUID.randomUUID().toString());
    return Conditional.apply(request, complete);
  }

  private Answer checked(ApiRequest request) {
    Accept.check(request);
    Optional<Router.Match> match = router.match(request.method(), request.segments());
    Access access = match.map(found -> found.route().access()).orElse(Access.IDENTITY);
    Optional<Caller> caller = authenticator.authenticate(request, access);
    boolean free = request.path().equals(RATE_LIMITS_PATH);
    boolean limited =
        !free && caller.filter(found -> !rateLimiter.take(found.account())).isPresent();
    Answer answer = limited ? rateLimited() : orError(() -> routed(request, match, caller));
    return withRemaining(answer, caller);
  }

  private static Answer routed(
      ApiRequest request, Optional<Router.Match> match, Optional<Caller> caller) {
    Router.Match found = match.orElseThrow(ApiError::noSuchPath);
    boolean permitted =
        caller
            .flatMap(Caller::authorization)
            .map(authorization -> found.route().access().permits(authorization.scope()))
            .orElse(true);
    if (!permitted) {
      throw ApiError.forbidden("The scope of this token doesn't allow the request.");
    }
    return found.route().handler().answer(new Call(request, found.parameters(), caller));
  }

  private Answer withRemaining(Answer answer, Optional<Caller> caller) {
    return caller
        .map(found -> String.valueOf(rateLimiter.remaining(found.account())))
        .map(left -> answer.with("RateLimit-Remaining", left))
        .orElse(answer);
  }

  private static Answer rateLimited() {
    return ApiError.of(
            429, "rate_limit", "Your account reached the API rate limit. Wait and try again.")
        .answer();
  }

  private static Answer orError(Supplier<Answer> work) {
    try {
      return work.get();
    } catch (ApiError error) {
      return error.answer();
    }
  }
}
