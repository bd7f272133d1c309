package dev.keyport.domain.settings;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.UsageException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the services are. Made only of https addresses, and http ones of this machine itself.
 *
 * @param api the API, as {@code https://api.heroku.com}
 * @param git git over HTTPS, as {@code https://git.heroku.com}
 * @param login the service for logins in the browser; empty where none is known for this API
 */
public record Endpoints(URI api, URI git, Optional<URI> login) {
  private static final String DEFAULT_DOMAIN = "heroku.com";
  private static final URI DEFAULT_LOGIN = URI.create("https://cli-auth.heroku.com");

  public Endpoints {
    Objects.requireNonNull(api, "api");
    Objects.requireNonNull(git, "git");
    Objects.requireNonNull(login, "login");
    requireSafe("the API's address", api);
    requireSafe("the git address", git);
    login.ifPresent(address -> requireSafe("the login service's address", address));
  }

  /** With Heroku's own login service where the API is Heroku's. */
  public Endpoints(URI api, URI git) {
    this(api, git, isHerokus(api) ? Optional.of(DEFAULT_LOGIN) : Optional.empty());
  }

  /** What the environment alone says, as {@link #of(EffectiveSettings)} reads it. */
  public static Endpoints of(Machine machine) {
    return of(EffectiveSettings.ofEnvironment(machine));
  }

  /**
   * Reads {@code host}, {@code api-url}, {@code git-host} and {@code login-host}. {@code host =
   * x.com} means api.x.com and git.x.com, as a URL both; {@code api-url} and {@code git-host} (host
   * or URL) win for their own where they are set as near as it. {@code login-host} (host or URL) is
   * the login service; without it there is one for Heroku's own API alone. One that is set farther
   * away than the API's address was meant for another API, and is not used: a token must not be
   * sent to another's services.
   *
   * @throws UsageException when one can't be read, or is http and not loopback
   */
  public static Endpoints of(EffectiveSettings settings) {
    ResolvedSetting ofApi = nearest(settings, SettingKey.API_URL);
    URI api = address(ofApi, "api.");
    URI git = address(nearest(settings, SettingKey.GIT_HOST), "git.");
    return settings
        .set(SettingKey.LOGIN_HOST)
        .filter(login -> login.isAsNearAs(ofApi))
        .map(login -> new Endpoints(api, git, Optional.of(address(login, ""))))
        .orElseGet(() -> new Endpoints(api, git));
  }

  /** The setting of its own, unless {@code host} is set nearer. */
  static ResolvedSetting nearest(EffectiveSettings settings, SettingKey own) {
    ResolvedSetting host = settings.find(SettingKey.HOST).orElseThrow();
    return settings.set(own).filter(set -> set.isAsNearAs(host)).orElse(host);
  }

  private static URI address(ResolvedSetting setting, String prefix) {
    boolean prefixed = setting.key() == SettingKey.HOST && !setting.value().contains("://");
    return address(setting.called(), prefixed ? prefix + setting.value() : setting.value());
  }

  /** Checks a setting's value. */
  static void check(String value) {
    address("the address", value);
  }

  private static URI address(String variable, String value) {
    URI address = parse(variable, value.contains("://") ? value : "https://" + value);
    requireSafe(variable, address);
    return address;
  }

  static void requireSafe(String variable, URI address) {
    boolean https = "https".equalsIgnoreCase(address.getScheme());
    if (!https && !"http".equalsIgnoreCase(address.getScheme())) {
      throw new UsageException(
          variable + ": the scheme must be https (or http on this machine itself)",
          "give a host, or an address that begins with https://");
    }
    Host host = hostOf(variable, address);
    if (!https && !host.isLoopback()) {
      throw new UsageException(
          variable
              + ": http to "
              + host
              + " would send the credential in the clear; http is for 127.0.0.0/8, ::1 and"
              + " localhost",
          "use https://" + address.getRawAuthority());
    }
  }

  private static Host hostOf(String variable, URI address) {
    try {
      return Host.of(address);
    } catch (UsageException e) {
      // Said again with the variable's name; a port out of range ends here.
      throw notAnAddress(variable);
    }
  }

  private static URI parse(String variable, String text) {
    try {
      URI address = new URI(text);
      boolean bare =
          address.getRawUserInfo() == null
              && address.getRawQuery() == null
              && address.getRawFragment() == null
              && List.of("", "/").contains(Objects.requireNonNullElse(address.getRawPath(), ""));
      if (!bare || address.getHost() == null) {
        throw notAnAddress(variable);
      }
      return new URI(
          address.getScheme(), null, address.getHost(), address.getPort(), null, null, null);
    } catch (URISyntaxException e) {
      // The exception quotes the text, which may have a password in it.
      throw notAnAddress(variable);
    }
  }

  private static UsageException notAnAddress(String variable) {
    return new UsageException(
        variable + " is not a host or an https address",
        "give a host such as api.heroku.com, or an address without user, path or query");
  }

  /** Whether the API is one of Heroku's own domain. */
  boolean isHerokus() {
    return isHerokus(api);
  }

  private static boolean isHerokus(URI api) {
    String host = Objects.requireNonNullElse(api.getHost(), "").toLowerCase(Locale.ROOT);
    return host.equals(DEFAULT_DOMAIN) || host.endsWith("." + DEFAULT_DOMAIN);
  }

  /**
   * The service for logins in the browser.
   *
   * @throws UsageException when none is known for this API
   */
  public URI loginService() {
    return login.orElseThrow(
        () ->
            new UsageException(
                "no service for logins in the browser is known for the API at " + apiHost(),
                "set HEROKU_LOGIN_HOST or login-host to it, or log in with: keyport login -i"));
  }

  /** The name API credentials are kept under. */
  public Host apiHost() {
    return Host.of(api);
  }

  /** The name git credentials are kept under. */
  public Host gitHost() {
    return Host.of(git);
  }

  /**
   * The hosts a login is stored for: the API's and git's without ports, one where they are equal.
   */
  public List<Host> storedHosts() {
    Host apiName = apiHost().withoutPort();
    Host gitName = gitHost().withoutPort();
    return apiName.equals(gitName) ? List.of(apiName) : List.of(apiName, gitName);
  }
}
