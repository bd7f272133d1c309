package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.token.FoundToken;
import dev.keyport.domain.token.TokenOrigin;
import dev.keyport.domain.token.TokenSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Calls the API with the token in force. Where there is none, or the API refuses it, a person at
 * the terminal is offered to log in, and the same call is made once more; where the API wants a
 * second factor's code for the call, the person is asked for it.
 */
public final class AuthorizedCalls {
  private final TokenSource tokens;
  private final TokenStore store;
  private final UsualLogIn logIn;
  private final Interaction person;
  private final Endpoints endpoints;
  private final SecondFactorCalls codes;

  /**
   * @param tokens where the token comes from
   * @param store named when there is none
   * @param logIn logs in when the person agrees
   * @param person is asked whether to
   * @param endpoints the API host
   * @param secondFactor takes the code that a call may want
   */
  public AuthorizedCalls(
      TokenSource tokens,
      TokenStore store,
      UsualLogIn logIn,
      Interaction person,
      Endpoints endpoints,
      SecondFactorApi secondFactor) {
    this.tokens = tokens;
    this.store = store;
    this.logIn = logIn;
    this.person = person;
    this.endpoints = endpoints;
    this.codes = new SecondFactorCalls(secondFactor, person);
  }

  /**
   * The token in force, after a login where the person agrees to one.
   *
   * @throws NotLoggedInException when there is none and nobody logs in
   */
  public FoundToken token() {
    return tokens
        .inForce(endpoints.apiHost())
        .orElseGet(
            () -> {
              if (!offerLogin("Not logged in. Log in now?", Optional.empty())) {
                throw notLoggedIn();
              }
              return tokens.inForce(endpoints.apiHost()).orElseThrow(this::notLoggedIn);
            });
  }

  private NotLoggedInException notLoggedIn() {
    return new NotLoggedInException(endpoints.apiHost().withoutPort(), store);
  }

  /**
   * Makes a call with the token in force.
   *
   * @param request the call; made once more when the token is refused and another has been stored
   *     meanwhile, or the person logs in anew
   * @throws NotLoggedInException when there is no token and nobody logs in
   * @throws ApiException.Rejected when the token is refused and nobody logs in, or a code is wrong
   *     three times
   * @throws ApiException.TwoFactorRequired when a code is wanted and nobody can be asked
   */
  public <R> R call(Function<? super Secret, ? extends R> request) {
    return callWith(found -> request.apply(found.token()));
  }

  /** The same, for a request that wants to know where its token came from. */
  public <R> R callWith(Function<? super FoundToken, ? extends R> request) {
    try {
      return answering(found -> codes.answering(found.token(), () -> request.apply(found)));
    } catch (SecondFactorCalls.WrongCode e) {
      throw e.refusal();
    }
  }

  private <R> R answering(Function<? super FoundToken, ? extends R> request) {
    FoundToken found = token();
    try {
      return request.apply(found);
    } catch (ApiException.Rejected e) {
      if (found.origin() instanceof TokenOrigin.Environment environment) {
        throw refused(environment, e);
      }
      Optional<FoundToken> newer = newerThan(found);
      if (newer.isPresent()) {
        return request.apply(newer.get());
      }
      if (!offerLogin("The stored token is no longer valid. Log in now?", found.account())) {
        throw e.withHint("log in again with: keyport login");
      }
      return request.apply(token());
    }
  }

  /** A login would be refused, and change nothing, as long as the variable is set. */
  static ApiException refused(TokenOrigin.Environment environment, ApiException.Rejected e) {
    return e.withHint(
        "the token in "
            + environment.variable()
            + " is not valid: set it to one that is, or unset it and run: keyport login");
  }

  /** What another process may have stored since: a rotation ends the old token under our feet. */
  private Optional<FoundToken> newerThan(FoundToken refused) {
    return tokens
        .inForce(endpoints.apiHost())
        .filter(found -> !found.token().equals(refused.token()));
  }

  private boolean offerLogin(String question, Optional<String> account) {
    if (!person.canAsk() || !person.confirm(question, true)) {
      return false;
    }
    LoggedIn done = logIn.run(account);
    person.tell("Logged in as " + done.account() + ".");
    return true;
  }
}
