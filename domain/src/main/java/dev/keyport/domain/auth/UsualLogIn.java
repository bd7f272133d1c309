package dev.keyport.domain.auth;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.BrowserChoice;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.settings.Endpoints;
import java.util.Optional;

/**
 * Logs in where nobody said how: by another program's login where the person wants that, else with
 * the browser, else, where the API has no login service that is known, by a password.
 */
public final class UsualLogIn {
  private final LogIn logIn;
  private final BrowserLogIn browser;
  private final InteractiveLogIn interactive;
  private final Interaction person;
  private final CredentialOffer offer;
  private final Endpoints endpoints;

  /**
   * @param logIn tells who is logged in
   * @param browser logs in with the browser
   * @param interactive logs in by a password
   * @param person is asked
   * @param offer another program's login
   * @param endpoints whether a login service is known
   */
  public UsualLogIn(
      LogIn logIn,
      BrowserLogIn browser,
      InteractiveLogIn interactive,
      Interaction person,
      CredentialOffer offer,
      Endpoints endpoints) {
    this.logIn = logIn;
    this.browser = browser;
    this.interactive = interactive;
    this.person = person;
    this.offer = offer;
    this.endpoints = endpoints;
  }

  /**
   * Logs in.
   *
   * @param email the account where it is known; in the browser the person chooses
   * @throws UsageException when nobody is at a terminal
   */
  public LoggedIn run(Optional<String> email) {
    Optional<String> current = logIn.prepare();
    if (!person.canAsk()) {
      throw new UsageException(
          "a login needs somebody: there is no terminal, or --no-input was given",
          LogIn.WITHOUT_A_PERSON);
    }
    if (endpoints.login().isEmpty()) {
      person.tell(
          "No service for logins in the browser is known for "
              + logIn.apiHost()
              + " (HEROKU_LOGIN_HOST is not set), so the password is asked for.");
      return interactive.run(email, Optional.empty());
    }
    Optional<LoggedIn> taken =
        current.isEmpty() ? new TakenOver(offer, logIn, person).offered(email) : Optional.empty();
    return taken.orElseGet(() -> browser.run(new BrowserChoice.Usual()));
  }
}
