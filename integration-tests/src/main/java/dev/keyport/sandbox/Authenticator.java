package dev.keyport.sandbox;

import java.util.Optional;

/** Turns a request's credential into the caller it stands for. */
final class Authenticator {
  private static final String BEARER = "Bearer ";

  private final State state;
  private final SecondFactor secondFactor;

  Authenticator(State state, SecondFactor secondFactor) {
    this.state = state;
    this.secondFactor = secondFactor;
  }

  /**
   * Checks the credential of a request.
   *
   * @return the caller; empty only where a route does without one
   * @throws ApiError 401 or 403 when the route needs a credential and this one won't do
   */
  Optional<Caller> authenticate(ApiRequest request, Access access) {
    if (access == Access.NONE) {
      return Optional.empty();
    }
    Optional<String> header = request.header("Authorization");
    Optional<Caller> caller = header.flatMap(Authenticator::token).flatMap(state::holderOf);
    if (caller.isEmpty() && access == Access.OPTIONAL) {
      return caller;
    }
    if (caller.isEmpty() && access == Access.TOKEN_OR_PASSWORD) {
      caller = header.flatMap(BasicCredentials::parse).flatMap(basic -> logIn(basic, request));
    }
    return Optional.of(notSuspended(caller.orElseThrow(() -> refused(header))));
  }

  /** The token of a header: the whole of Bearer, the password of Basic. */
  static Optional<String> token(String header) {
    if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.of(header.substring(BEARER.length()).strip());
    }
    return BasicCredentials.parse(header).map(BasicCredentials::password);
  }

  /**
   * Lets the account in whose password this is.
   *
   * @return the caller; empty when the password is wrong
   * @throws ApiError 401 or 403 when more than a password is needed, or none helps
   */
  Optional<Caller> logIn(BasicCredentials basic, ApiRequest request) {
    return byPassword(basic).map(account -> admit(account, request));
  }

  /** The account whose password this is. */
  Optional<Account> byPassword(BasicCredentials basic) {
    return state
        .accountByEmail(basic.user())
        .filter(account -> account.login().policy() != PasswordPolicy.FEDERATED)
        .filter(account -> account.login().password().equals(basic.password()));
  }

  /** What follows a right password. */
  private Caller admit(Account account, ApiRequest request) {
    notSuspended(new Caller(account, Optional.empty()));
    switch (account.login().policy()) {
      case MFA_REQUIRED ->
          throw ApiError.of(
              403,
              "mfa_required",
              "Your account has multi-factor authentication. Log in with a browser instead.");
      case DEVICE_TRUST_REQUIRED ->
          throw ApiError.of(
              403, "device_trust_required", "This device is not known. Log in with a browser.");
      case ACCEPTED, FEDERATED -> {
        if (account.login().totp().isPresent()) {
          secondFactor.redeem(account, request);
        }
      }
    }
    // The code that was used up is in the account as it is now.
    Account current = state.accounts().find(account.id()).orElseThrow();
    return new Caller(state.accounts().put(current.loggedIn(state.now())), Optional.empty());
  }

  private static Caller notSuspended(Caller caller) {
    if (caller.account().suspendedAt().isPresent()) {
      throw ApiError.of(403, "suspended", "Your account is suspended.");
    }
    return caller;
  }

  private static ApiError refused(Optional<String> header) {
    return ApiError.unauthorized(
        header.isPresent() ? "Invalid credentials provided." : "There were no credentials.");
  }
}
