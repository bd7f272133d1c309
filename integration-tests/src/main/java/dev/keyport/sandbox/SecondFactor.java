package dev.keyport.sandbox;

/** Takes the code of a second factor from a request and uses it up. */
final class SecondFactor {
  static final String HEADER = "Heroku-Two-Factor-Code";

  private final State state;

  SecondFactor(State state) {
    this.state = state;
  }

  /**
   * Uses up the code that the request brings.
   *
   * @throws ApiError 403 two_factor without a code, 401 invalid_two_factor_code with a wrong one or
   *     one used before
   */
  void redeem(Account account, ApiRequest request) {
    redeem(account, request.header(HEADER).orElseThrow(ApiError::twoFactor));
  }

  /**
   * Uses up a code.
   *
   * @throws ApiError 401 invalid_two_factor_code with a wrong one or one used before
   */
  void redeem(Account account, String code) {
    Login rest =
        account.login().redeem(code, state.now()).orElseThrow(ApiError::invalidTwoFactorCode);
    state.accounts().put(account.withLogin(rest));
  }
}
