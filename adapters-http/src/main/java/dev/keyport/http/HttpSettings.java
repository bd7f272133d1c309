package dev.keyport.http;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the API is reached.
 *
 * @param base the API's address, as {@code https://api.heroku.com}: https, or http on this machine
 *     itself; without user, path or query
 * @param timeout how long a call may take as a whole, from name look-up to the last byte, its
 *     retries and further pages included; more than zero, at most a day
 * @param userAgent the {@code User-Agent} header, as {@code keyport/1.0}; printable ASCII
 * @param machine where the proxy variables and {@code SSL_CERT_FILE} are read from
 * @param trace takes one line for each request and answer, with no secret in it; may be called by
 *     several threads
 */
public record HttpSettings(
    URI base,
    Duration timeout,
    String userAgent,
    Machine machine,
    Optional<Consumer<String>> trace) {
  /** What {@link #of} gives a call as a whole: the API itself ends requests after 30 seconds. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  /**
   * @throws UsageException when the address is not one, is http to another machine, or the time-out
   *     is out of range
   */
  public HttpSettings {
    Objects.requireNonNull(machine, "machine");
    Objects.requireNonNull(trace, "trace");
    checkAddress(base);
    if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
      throw new UsageException(
          "the time-out must be more than zero and at most a day", "give one such as 30s");
    }
    if (userAgent.isEmpty() || !userAgent.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException("the user agent must be printable ASCII");
    }
  }

  /** Settings with the default time-out and no trace, for a Keyport of this version. */
  public static HttpSettings of(URI base, Machine machine, String version) {
    return new HttpSettings(base, DEFAULT_TIMEOUT, "keyport/" + version, machine, Optional.empty());
  }

  /** How long making a connection may take: the whole time-out, at most ten seconds. */
  public Duration connectTimeout() {
    return timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
  }

  /** How long the API may be silent, and how long one write may take: the whole time-out. */
  public Duration readTimeout() {
    return timeout;
  }

  private static void checkAddress(URI base) {
    boolean https = "https".equalsIgnoreCase(base.getScheme());
    if (!https && !"http".equalsIgnoreCase(base.getScheme())) {
      throw new UsageException(
          "the API's address must begin with https://", "give one such as https://api.heroku.com");
    }
    String path = Objects.requireNonNullElse(base.getRawPath(), "");
    if (base.getHost() == null
        || base.getRawUserInfo() != null
        || base.getRawQuery() != null
        || base.getRawFragment() != null
        || !(path.isEmpty() || path.equals("/"))) {
      throw new UsageException(
          "the API's address must be a scheme and host, without user, path or query",
          "give one such as https://api.heroku.com");
    }
    Host host = Host.of(base);
    if (!https && !host.isLoopback()) {
      throw new UsageException(
          "http to " + host + " would send the credential in the clear", "use https://" + host);
    }
  }
}
