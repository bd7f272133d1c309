package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.BrowserChoice;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.settings.SsoPage;
import dev.keyport.domain.token.LoginKind;
import java.net.URI;
import java.util.Optional;

/**
 * Logs in through an organization's single sign-on: its page shows a token, which the person brings
 * back.
 */
public final class SsoLogIn {
  private static final int TRIES = 3;

  private final LogIn logIn;
  private final SsoPage page;
  private final Interaction person;

  /**
   * @param logIn keeps the token
   * @param page where the sign-on begins
   * @param person is shown the page, and asked for the token
   */
  public SsoLogIn(LogIn logIn, SsoPage page, Interaction person) {
    this.logIn = logIn;
    this.page = page;
    this.person = person;
  }

  /**
   * Shows the page, asks for the token, and keeps it; a token that is refused may be given anew,
   * three times in all.
   *
   * @param organization whose; empty to ask for it where it matters
   * @throws UsageException when nobody can be asked
   * @throws ApiException.Rejected when the third token is refused too
   * @throws dev.keyport.domain.store.StoreException when the token can't be kept
   */
  public LoggedIn run(Optional<String> organization, BrowserChoice browser) {
    var unused = logIn.prepare();
    if (!person.canAsk()) {
      throw new UsageException(
          "the token of a single sign-on can't be asked for: there is no terminal, or --no-input"
              + " was given",
          "take the token from the page, and give it to --with-token on stdin");
    }
    person.open(page(organization), browser);
    for (int tried = 1; ; tried++) {
      try (Secret token = person.askSecret("Access token")) {
        return logIn.withToken(token, LoginKind.SSO);
      } catch (ApiException.Rejected | UsageException e) {
        if (tried == TRIES) {
          throw e;
        }
        person.warn(e.message());
      }
    }
  }

  private URI page(Optional<String> organization) {
    if (page.given().isPresent()) {
      organization.ifPresent(
          name -> person.warn("SSO_URL is set: its page is used, whatever the organization"));
      return page.given().get();
    }
    return page.of(organization.orElseGet(this::askOrganization));
  }

  private String askOrganization() {
    return person.ask("Organization name", page.organization());
  }
}
