package dev.keyport.domain.auth;

/** Asks the API whose token is in force. */
public final class WhoAmI {
  private final AuthApi api;
  private final AuthorizedCalls calls;

  /**
   * @param api knows
   * @param calls has the token
   */
  public WhoAmI(AuthApi api, AuthorizedCalls calls) {
    this.api = api;
    this.calls = calls;
  }

  /**
   * The account.
   *
   * @throws NotLoggedInException when there is no token and nobody logs in
   * @throws ApiException.Rejected when the token is refused and nobody logs in
   */
  public Account account() {
    return calls.call(api::account);
  }
}
