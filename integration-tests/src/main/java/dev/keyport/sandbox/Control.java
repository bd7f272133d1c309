package dev.keyport.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What happens to accounts and tokens from outside, as through a dashboard. Thread-safe. */
final class Control {
  /** What can be done to an authorization. */
  enum Action {
    /** Deleted: its tokens are dead and it is in no list. */
    REVOKE,
    /** Its access token is past its end. */
    EXPIRE,
    /** New tokens in the place of the old ones, which are dead. */
    REGENERATE
  }

  private final State state;
  private final RateLimiter rateLimiter;
  private final BrowserLogins logins;

  Control(State state, RateLimiter rateLimiter, BrowserLogins logins) {
    this.state = state;
    this.rateLimiter = rateLimiter;
    this.logins = logins;
  }

  List<LiveAuthorization> live(String email) {
    return state.locked(() -> liveOf(account(email)).map(Control::describe).toList());
  }

  boolean isAlive(String token) {
    return state.locked(() -> state.holderOf(token).isPresent());
  }

  /** Acts on the account's live authorizations that pass the test; says which those were. */
  List<LiveAuthorization> act(Action action, String email, Predicate<LiveAuthorization> chosen) {
    return state.locked(
        () ->
            liveOf(account(email))
                .filter(authorization -> chosen.test(describe(authorization)))
                .map(authorization -> act(action, authorization))
                .toList());
  }

  /** Acts on the authorization of a live token; empty when the token isn't alive. */
  Optional<LiveAuthorization> act(Action action, String token) {
    return state.locked(
        () -> state.authorizations().byAccessToken(token).map(found -> act(action, found)));
  }

  /** Gives a direct authorization, as the dashboard would. */
  LiveAuthorization issue(String email, List<String> scope, Optional<Duration> lifetime) {
    return state.locked(
        () ->
            describe(
                state
                    .authorizations()
                    .issue(account(email), "Issued by the sandbox", scope, lifetime)));
  }

  LiveAuthorization issueSession(String email) {
    return state.locked(
        () ->
            describe(
                state
                    .authorizations()
                    .issueSession(
                        account(email), "Browser login", Optional.of(Choices.SESSION_LIFE))));
  }

  /** The code that the account's authenticator app shows now. */
  String code(String email) {
    return state.locked(
        () ->
            account(email)
                .login()
                .totp()
                .map(totp -> totp.code(Totp.step(state.now())))
                .orElseThrow(() -> new IllegalArgumentException(email + " has no second factor")));
  }

  void setRateLimit(String email, int remaining) {
    change(email, account -> rateLimiter.set(account, remaining));
  }

  void liftRateLimit(String email) {
    change(email, rateLimiter::lift);
  }

  void suspend(String email) {
    change(email, account -> state.accounts().put(account.suspended(state.now())));
  }

  App addApp(String email, String name) {
    return state.locked(
        () ->
            state
                .apps()
                .put(new App(UUID.randomUUID(), name, account(email).id(), false, state.now())));
  }

  /** The browser logins that wait for a person, their pages by path alone. */
  List<PendingLogin> pendingLogins() {
    return logins.waiting().stream()
        .map(
            login ->
                new PendingLogin(
                    login.id(),
                    login.description(),
                    URI.create(BrowserPage.path(login)),
                    login.awaited()))
        .toList();
  }

  /** Finishes a browser login for the account; false when it was over. */
  boolean approveLogin(String login, String email) {
    return state.locked(() -> logins.approve(login(login), account(email)));
  }

  /** Fails a browser login with a text for the command; false when it was over. */
  boolean denyLogin(String login, String message) {
    return logins.fail(login(login), message);
  }

  private BrowserLogin login(String id) {
    return logins
        .find(id)
        .orElseThrow(() -> new IllegalArgumentException("no browser login has the id " + id));
  }

  private void change(String email, Consumer<Account> work) {
    state.locked(
        () -> {
          Account account = account(email);
          work.accept(account);
          return account;
        });
  }

  private LiveAuthorization act(Action action, Authorization authorization) {
    return switch (action) {
      case REVOKE -> {
        state.authorizations().delete(authorization);
        yield describe(authorization);
      }
      case EXPIRE -> describe(state.authorizations().expire(authorization));
      case REGENERATE -> describe(state.authorizations().regenerate(authorization));
    };
  }

  private Account account(String email) {
    return state
        .accountByEmail(email)
        .orElseThrow(() -> new IllegalArgumentException("no account has the email " + email));
  }

  private Stream<Authorization> liveOf(Account account) {
    return state
        .authorizations()
        .of(account)
        .filter(a -> a.access().filter(token -> token.aliveAt(state.now())).isPresent());
  }

  private static LiveAuthorization describe(Authorization authorization) {
    Token access = authorization.access().orElseThrow();
    return new LiveAuthorization(
        authorization.id(),
        authorization.description(),
        access.value(),
        authorization.session().isPresent(),
        access.expiresAt());
  }
}
