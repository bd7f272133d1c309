package dev.keyport.http;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.doctor.ProxyUse;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;

/**
 * The proxy variables, read as curl reads them (curl(1), "ENVIRONMENT"): {@code https_proxy} or
 * {@code HTTPS_PROXY} for https, {@code http_proxy} in lower case only for http (a web server would
 * fill the other from a request's header), else {@code all_proxy} or {@code ALL_PROXY}; the
 * lower-case one wins. A proxy without a port is at 1080. This machine itself is never asked
 * through a proxy. Where no variable is set the JDK's own proxy settings hold.
 */
final class Proxies {
  private static final int DEFAULT_PORT = 1080;
  private static final Set<String> HTTP = Set.of("http");
  private static final Set<String> SOCKS = Set.of("socks", "socks5", "socks5h");

  private final Machine machine;

  Proxies(Machine machine) {
    this.machine = machine;
  }

  /**
   * A proxy to be used.
   *
   * @param proxy where it is
   * @param address its host and port, to be shown
   * @param authorization the {@code Proxy-Authorization} it wants; empty when its address names no
   *     user
   */
  record Chosen(Proxy proxy, String address, Optional<String> authorization) {
    /** Leaves the authorization out. */
    @Override
    public String toString() {
      return "Chosen[" + address + "]";
    }
  }

  /**
   * The proxy for this address; empty when it is reached directly or as the JDK is set.
   *
   * @throws UsageException when the variable's value is no proxy; the message leaves the value out,
   *     which may have a password in it
   */
  Optional<Chosen> proxyFor(URI target) {
    return isDirect(target)
        ? Optional.empty()
        : variable(target).map(name -> parse(name, machine.variable(name).orElseThrow()));
  }

  /** The variable that names the proxy for addresses of this scheme. */
  private Optional<String> variable(URI target) {
    List<String> names =
        "https".equalsIgnoreCase(target.getScheme())
            ? List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
            : List.of("http_proxy", "all_proxy", "ALL_PROXY");
    return names.stream().filter(name -> machine.variable(name).isPresent()).findFirst();
  }

  /** What there is to tell of it. */
  ProxyUse use(URI target) {
    Optional<Chosen> chosen = proxyFor(target);
    if (chosen.isPresent()) {
      return new ProxyUse(
          variable(target), chosen.map(Chosen::address), chosen.get().authorization().isPresent());
    }
    boolean excepted = variable(target).isPresent() && !Host.of(target).isLoopback();
    return new ProxyUse(
        excepted
            ? Stream.of("no_proxy", "NO_PROXY")
                .filter(name -> machine.variable(name).isPresent())
                .findFirst()
            : Optional.empty(),
        Optional.empty(),
        false);
  }

  void apply(OkHttpClient.Builder client, URI target, Optional<Chosen> chosen) {
    if (isDirect(target)) {
      client.proxy(Proxy.NO_PROXY);
    }
    chosen.ifPresent(
        it -> {
          client.proxy(it.proxy());
          it.authorization().ifPresent(value -> authorize(client, value));
        });
  }

  private static void authorize(OkHttpClient.Builder client, String authorization) {
    client.proxyAuthenticator(
        (route, response) ->
            authorization.equals(response.request().header("Proxy-Authorization"))
                ? null
                : response
                    .request()
                    .newBuilder()
                    .header("Proxy-Authorization", authorization)
                    .build());
  }

  private boolean isDirect(URI target) {
    Host host = Host.of(target);
    return host.isLoopback()
        || machine
            .variable("no_proxy")
            .or(() -> machine.variable("NO_PROXY"))
            .filter(list -> new NoProxy(list).covers(host, port(target)))
            .isPresent();
  }

  private static int port(URI target) {
    if (target.getPort() >= 0) {
      return target.getPort();
    }
    return "https".equalsIgnoreCase(target.getScheme()) ? 443 : 80;
  }

  private static Chosen parse(String variable, String value) {
    URI address = address(variable, value);
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    boolean socks = SOCKS.contains(scheme);
    if (!socks && !HTTP.contains(scheme)) {
      throw refused(variable, "only http and socks5 proxies can be used");
    }
    Optional<String> user = Optional.ofNullable(address.getRawUserInfo());
    if (socks && user.isPresent()) {
      throw refused(variable, "a SOCKS proxy with a user and password can't be used");
    }
    int port = address.getPort() < 0 ? DEFAULT_PORT : address.getPort();
    String host = Host.of(address).name();
    InetSocketAddress socket = InetSocketAddress.createUnresolved(host, port);
    return new Chosen(
        new Proxy(socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, socket),
        host + ":" + port,
        user.map(info -> basic(variable, info)));
  }

  private static URI address(String variable, String value) {
    try {
      URI address = new URI(value.contains("://") ? value : "http://" + value);
      if (address.getHost() == null || address.getPort() > 65_535) {
        throw refused(variable, "it is no address of a proxy");
      }
      return address;
    } catch (URISyntaxException e) {
      throw refused(variable, "it is no address of a proxy");
    }
  }

  private static String basic(String variable, String userInfo) {
    String[] parts = userInfo.split(":", 2);
    try {
      return Credentials.basic(
          decode(parts[0]), parts.length < 2 ? "" : decode(parts[1]), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refused(variable, "its user or password is wrongly percent-encoded");
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static UsageException refused(String variable, String why) {
    return new UsageException(
        variable + " can't be used: " + why,
        "give one such as http://proxy.example.com:3128; characters other than letters and digits"
            + " in its user and password are percent-encoded");
  }
}
