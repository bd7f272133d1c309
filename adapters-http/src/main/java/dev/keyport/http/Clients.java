package dev.keyport.http;

import dev.keyport.domain.error.UsageException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** Makes the one OkHttp client from the settings. */
final class Clients {
  private static final Duration KEEP_ALIVE = Duration.ofMinutes(1);

  private final HttpUrl base;
  private final Optional<Proxies.Chosen> proxy;
  private final OkHttpClient client;

  /**
   * @throws UsageException when the address, a proxy variable or {@code SSL_CERT_FILE} can't be
   *     used
   */
  Clients(HttpSettings settings) {
    HttpUrl address = HttpUrl.parse(settings.base().toString());
    if (address == null) {
      throw new UsageException(
          "the API's address can't be used", "give one such as https://api.heroku.com");
    }
    base = address;
    Proxies proxies = new Proxies(settings.machine());
    proxy = proxies.proxyFor(settings.base());
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .dns(new NameLookup(Dns.SYSTEM, settings.connectTimeout()))
            .connectTimeout(settings.connectTimeout())
            .readTimeout(settings.readTimeout())
            .writeTimeout(settings.readTimeout())
            .callTimeout(settings.timeout())
            .followRedirects(false)
            .followSslRedirects(false)
            .connectionSpecs(
                List.of(base.isHttps() ? ConnectionSpec.MODERN_TLS : ConnectionSpec.CLEARTEXT))
            .connectionPool(new ConnectionPool(1, KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS));
    proxies.apply(builder, settings.base(), proxy);
    TrustSettings.of(settings.machine()).ifPresent(trust -> trust.apply(builder));
    settings.trace().ifPresent(lines -> builder.addInterceptor(new TraceInterceptor(lines)));
    client = builder.build();
  }

  HttpUrl base() {
    return base;
  }

  OkHttpClient client() {
    return client;
  }

  /** The proxy's host and port, where one is used. */
  Optional<String> proxyAddress() {
    return proxy.map(Proxies.Chosen::address);
  }
}
