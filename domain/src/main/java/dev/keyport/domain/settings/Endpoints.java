package dev.keyport.domain.settings;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.UsageException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the services are. Made only of https addresses, and http ones of this machine itself.
 *
 * @param api the API, as {@code https://api.heroku.com}
 * @param git git over HTTPS, as {@code https://git.heroku.com}
 */
public record Endpoints(URI api, URI git) {
  private static final String DEFAULT_DOMAIN = "heroku.com";

  public Endpoints {
    Objects.requireNonNull(api, "api");
    Objects.requireNonNull(git, "git");
    requireSafe("the API's address", api);
    requireSafe("the git address", git);
  }

  /**
   * Reads the host variables. {@code HEROKU_HOST=x.com} means api.x.com and git.x.com, as a URL
   * both; {@code HEROKU_API_URL} and {@code HEROKU_GIT_HOST} (host or URL) win for their own.
   *
   * @throws UsageException when one can't be read, or is http and not loopback
   */
  public static Endpoints of(Machine machine) {
    Optional<String> host = machine.variable("HEROKU_HOST");
    URI api =
        machine
            .variable("HEROKU_API_URL")
            .map(value -> address("HEROKU_API_URL", value))
            .orElseGet(() -> fromHost(host, "api."));
    URI git =
        machine
            .variable("HEROKU_GIT_HOST")
            .map(value -> address("HEROKU_GIT_HOST", value))
            .orElseGet(() -> fromHost(host, "git."));
    return new Endpoints(api, git);
  }

  private static URI fromHost(Optional<String> host, String prefix) {
    String value = host.orElse(DEFAULT_DOMAIN);
    return address("HEROKU_HOST", value.contains("://") ? value : prefix + value);
  }

  private static URI address(String variable, String value) {
    URI address = parse(variable, value.contains("://") ? value : "https://" + value);
    requireSafe(variable, address);
    return address;
  }

  private static void requireSafe(String variable, URI address) {
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
