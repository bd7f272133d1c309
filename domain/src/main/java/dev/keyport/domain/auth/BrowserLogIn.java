package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.BrowserChoice;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.settings.Endpoints;
import java.time.Duration;

/**
 * Logs in with the browser: the login service gives a page for the person and, once they are done
 * there, the token of a new session. The session ends where its token can't be kept.
 */
public final class BrowserLogIn {
  /** How long the login service waits for a person: what Heroku's own CLI allows. */
  public static final Duration LONGEST = Duration.ofMinutes(10);

  private final LogIn logIn;
  private final BrowserLoginApi service;
  private final Interaction person;
  private final Endpoints endpoints;
  private final String description;
  private final Duration atMost;

  /**
   * @param logIn keeps what the login gave
   * @param service where it happens
   * @param person is shown the page
   * @param endpoints whether there is a service
   * @param description what the session is called in the account's list
   * @param atMost how long the person may take
   */
  public BrowserLogIn(
      LogIn logIn,
      BrowserLoginApi service,
      Interaction person,
      Endpoints endpoints,
      String description,
      Duration atMost) {
    this.logIn = logIn;
    this.service = service;
    this.person = person;
    this.endpoints = endpoints;
    this.description = description;
    this.atMost = atMost;
  }

  /** Whether a login service is known, and somebody may be there to use it. */
  boolean isPossible() {
    return endpoints.login().isPresent() && person.canOpen(new BrowserChoice.Usual());
  }

  /**
   * Shows the page, waits for the person, and keeps the token.
   *
   * @throws UsageException when nobody can be shown a page, or no login service is known
   * @throws ApiException.Rejected when the login was refused in the browser
   * @throws ApiException when the service or the API refuses or fails; nothing was stored
   * @throws dev.keyport.domain.store.StoreException when the token can't be kept; it was revoked
   */
  public LoggedIn run(BrowserChoice browser) {
    if (!person.canOpen(browser)) {
      throw new UsageException(
          "no browser is opened for a login: there is no terminal, or --no-input was given",
          LogIn.WITHOUT_A_PERSON);
    }
    var unused = endpoints.loginService();
    var unusedToo = logIn.prepare();
    BegunLogin begun = service.begin(description);
    person.open(begun.page(), browser);
    try (Secret token = await(begun)) {
      return logIn.withSession(token, description);
    }
  }

  private Secret await(BegunLogin begun) {
    Interaction.Waiting waiting = person.waitFor("the login in the browser", atMost);
    try {
      return LostLogin.told(description, () -> service.await(begun, atMost));
    } finally {
      waiting.close();
    }
  }
}
