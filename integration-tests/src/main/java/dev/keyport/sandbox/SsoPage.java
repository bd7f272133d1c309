package dev.keyport.sandbox;

import java.util.Optional;

/**
 * The page that an organization's identity provider leads to, with a token for the command line.
 */
final class SsoPage {
  private final State state;
  private final String federated;

  /**
   * Makes the page.
   *
   * @param federated the email of the account that the identity provider vouches for
   */
  SsoPage(State state, String federated) {
    this.state = state;
    this.federated = federated;
  }

  Answer show(Call call) {
    boolean forCommand = call.request().parameter("cli").filter("true"::equals).isPresent();
    if (!call.parameter("org").equals(Sandbox.ORGANIZATION) || !forCommand) {
      return LoginHtml.page(
          404, "No such organization", "<p>No identity provider is known by this address.</p>\n");
    }
    return state.locked(
        () -> {
          Account account = state.accountByEmail(federated).orElseThrow();
          if (account.suspendedAt().isPresent()) {
            return LoginHtml.page(403, "Suspended", "<p>This account is suspended.</p>\n");
          }
          String token =
              state
                  .authorizations()
                  .issueSession(account, "SSO login", Optional.of(Choices.SESSION_LIFE))
                  .access()
                  .map(Token::value)
                  .orElseThrow();
          return LoginHtml.token(account.email(), token);
        });
  }
}
