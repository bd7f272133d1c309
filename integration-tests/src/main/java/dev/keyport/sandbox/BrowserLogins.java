package dev.keyport.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The browser logins of the last minutes, oldest first. Safe for use by several threads. */
final class BrowserLogins implements Parts.Part {
  private final State state;
  private final Map<UUID, BrowserLogin> logins = new LinkedHashMap<>();

  BrowserLogins(State state) {
    this.state = state;
  }

  /** Begins one. */
  BrowserLogin begin(String description) {
    return state.locked(
        () -> {
          dropExpired();
          BrowserLogin login = new BrowserLogin(state.secrets().token(), description, state.now());
          logins.put(login.id(), login);
          return login;
        });
  }

  /** Finds one by its id as it stood in a path; it may be over. */
  Optional<BrowserLogin> find(String id) {
    return state.locked(
        () -> logins.values().stream().filter(l -> l.id().toString().equals(id)).findFirst());
  }

  /** Whether its time is up. */
  boolean isExpired(BrowserLogin login) {
    return state.locked(() -> login.expired(state.now()));
  }

  /** Those that wait for a person. */
  List<BrowserLogin> waiting() {
    return state.locked(
        () -> logins.values().stream().filter(login -> !login.over(state.now())).toList());
  }

  /** Finishes one with a new session of the account; false when it was over. */
  boolean approve(BrowserLogin login, Account account) {
    return state.locked(
        () -> {
          if (login.over(state.now())) {
            return false;
          }
          login.approve(
              state
                  .authorizations()
                  .issueSession(account, login.description(), Optional.of(Choices.SESSION_LIFE))
                  .access()
                  .map(Token::value)
                  .orElseThrow());
          return true;
        });
  }

  /** Finishes one with an error; false when it was over. */
  boolean fail(BrowserLogin login, String message) {
    return state.locked(
        () -> {
          boolean waiting = !login.over(state.now());
          login.fail(message);
          return waiting;
        });
  }

  /** Ends all that wait. */
  @Override
  public void close() {
    state.locked(
        () -> {
          logins.values().forEach(login -> login.fail(Choices.LOGIN_TIMED_OUT));
          return logins;
        });
  }

  private void dropExpired() {
    logins
        .values()
        .removeIf(
            login -> {
              boolean expired = login.expired(state.now());
              if (expired) {
                login.fail(Choices.LOGIN_TIMED_OUT);
              }
              return expired;
            });
  }
}
