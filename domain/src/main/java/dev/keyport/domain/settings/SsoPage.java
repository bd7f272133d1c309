package dev.keyport.domain.settings;

import dev.keyport.domain.error.UsageException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a single sign-on begins: the page of {@code sso-url}, or Heroku's own for an organization.
 * Https, or http on this machine itself: the token is shown on that page.
 */
public final class SsoPage {
  private static final Pattern ORGANIZATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  private final Optional<URI> given;
  private final Optional<String> organization;
  private final Endpoints endpoints;

  private SsoPage(Optional<URI> given, Optional<String> organization, Endpoints endpoints) {
    this.given = given;
    this.organization = organization;
    this.endpoints = endpoints;
  }

  /** What the environment alone says, as {@link #of(EffectiveSettings, Endpoints)} reads it. */
  public static SsoPage of(Machine machine, Endpoints endpoints) {
    return of(EffectiveSettings.ofEnvironment(machine), endpoints);
  }

  /**
   * Reads {@code sso-url} and {@code organization}. An {@code sso-url} that is set farther away
   * than the API's address was meant for another API, and is not used.
   *
   * @throws UsageException when the address can't be read, or is http and not loopback
   */
  public static SsoPage of(EffectiveSettings settings, Endpoints endpoints) {
    ResolvedSetting api = Endpoints.nearest(settings, SettingKey.API_URL);
    return new SsoPage(
        settings
            .set(SettingKey.SSO_URL)
            .filter(page -> page.isAsNearAs(api))
            .map(page -> address(page.called(), page.value())),
        settings.set(SettingKey.ORGANIZATION).map(ResolvedSetting::value),
        endpoints);
  }

  /** Checks a setting's value. */
  static void check(String value) {
    address("the address", value);
  }

  /** Checks a setting's value. */
  static void checkOrganization(String name) {
    if (!ORGANIZATION.matcher(name).matches()) {
      throw new UsageException(
          "that is no organization's name: it has letters, digits, dots and hyphens only",
          "give it as it stands in the dashboard's address");
    }
  }

  private static URI address(String called, String text) {
    try {
      URI address = new URI(text);
      if (address.getHost() == null || address.getRawUserInfo() != null) {
        throw notAnAddress(called);
      }
      Endpoints.requireSafe(called, address);
      return address;
    } catch (URISyntaxException e) {
      // The exception quotes the text, which may have a secret in it.
      throw notAnAddress(called);
    }
  }

  private static UsageException notAnAddress(String called) {
    return new UsageException(
        called + " is not an https address", "give one such as https://sso.example.com/start");
  }

  /** The page that the settings name, whatever the organization; empty when they name none. */
  public Optional<URI> given() {
    return given;
  }

  /** The organization that the settings name. */
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
          "set SSO_URL or sso-url to it");
    }
    checkOrganization(name);
    return URI.create("https://sso.heroku.com/saml/" + name + "/init?cli=true");
  }
}
