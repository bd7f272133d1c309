package dev.keyport.domain.settings;

import dev.keyport.domain.error.UsageException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a single sign-on begins: the page of {@code SSO_URL}, or Heroku's own for an organization.
 * Https, or http on this machine itself: the token is shown on that page.
 */
public final class SsoPage {
  private static final String VARIABLE = "SSO_URL";
  private static final Pattern ORGANIZATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  private final Optional<URI> given;
  private final Optional<String> organization;
  private final Endpoints endpoints;

  private SsoPage(Optional<URI> given, Optional<String> organization, Endpoints endpoints) {
    this.given = given;
    this.organization = organization;
    this.endpoints = endpoints;
  }

  /**
   * Reads {@code SSO_URL} and {@code HEROKU_ORGANIZATION}.
   *
   * @throws UsageException when the address can't be read, or is http and not loopback
   */
  public static SsoPage of(Machine machine, Endpoints endpoints) {
    return new SsoPage(
        machine.variable(VARIABLE).map(SsoPage::address),
        machine.variable("HEROKU_ORGANIZATION"),
        endpoints);
  }

  private static URI address(String text) {
    try {
      URI address = new URI(text);
      if (address.getHost() == null || address.getRawUserInfo() != null) {
        throw notAnAddress();
      }
      Endpoints.requireSafe(VARIABLE, address);
      return address;
    } catch (URISyntaxException e) {
      // The exception quotes the text, which may have a secret in it.
      throw notAnAddress();
    }
  }

  private static UsageException notAnAddress() {
    return new UsageException(
        VARIABLE + " is not an https address", "give one such as https://sso.example.com/start");
  }

  /** The page that the environment names, whatever the organization; empty when it names none. */
  public Optional<URI> given() {
    return given;
  }

  /** The organization that the environment names. */
  public Optional<String> organization() {
    return organization;
  }

  /**
   * Heroku's page of this organization.
   *
   * @throws UsageException when that can't be an organization's name, or the API is not Heroku's: a
   *     token of Heroku's must not be sent to another
   */
  public URI of(String name) {
    if (!endpoints.isHerokus()) {
      throw new UsageException(
          "no page for single sign-on is known for the API at " + endpoints.apiHost(),
          "set " + VARIABLE + " to it");
    }
    if (!ORGANIZATION.matcher(name).matches()) {
      throw new UsageException(
          "that is no organization's name: it has letters, digits, dots and hyphens only",
          "give it as it stands in the dashboard's address");
    }
    return URI.create("https://sso.heroku.com/saml/" + name + "/init?cli=true");
  }
}
