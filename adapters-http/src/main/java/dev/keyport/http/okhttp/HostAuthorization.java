package dev.keyport.http.okhttp;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.token.CachedCredential;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends the stored credential of one host along with requests to it:
 *
 * <pre>{@code
 * Host host = Host.parse("api.heroku.com");
 * OkHttpClient client =
 *     HostAuthorization.bearer(host, keyport.cached(host, Duration.ofSeconds(30)))
 *         .install(new OkHttpClient.Builder())
 *         .build();
 * }</pre>
 *
 * <p>A request gets the header when the host covers its address ({@link Host#covers}: over https,
 * or http to this machine itself) and it has no {@code Authorization} of its own. A host with a
 * port is matched with it, one without at every port, as a netrc's is. Each hop of a redirect is
 * judged alike, so that the header goes nowhere else. Where the store has none the request is sent
 * without.
 *
 * <p>When the server answers 401 the store is asked again, once for all threads: another process
 * may have rotated the credential. If it has another, the request is repeated with that, else the
 * 401 is the answer. A body that can be sent only once ({@code RequestBody.isOneShot}) is not
 * repeated.
 *
 * <p>A store that fails ends the call in a {@link CredentialUnavailableException}. Safe for use by
 * several threads and clients.
 */
public final class HostAuthorization {
  private static final String HEADER = "Authorization";
  private static final int UNAUTHORIZED = 401;

  private final Host host;
  private final CachedCredential credential;
  private final Function<Credential, String> writer;

  private HostAuthorization(
      Host host, CachedCredential credential, Function<Credential, String> writer) {
    this.host = Objects.requireNonNull(host, "host");
    this.credential = Objects.requireNonNull(credential, "credential");
    this.writer = writer;
  }

  /** The secret as a bearer token (RFC 6750), as APIs such as Heroku's take it. */
  public static HostAuthorization bearer(Host host, CachedCredential credential) {
    return new HostAuthorization(host, credential, HostAuthorization::bearer);
  }

  /** Login and secret as RFC 7617 has it, in UTF-8, as git's hosts take it. */
  public static HostAuthorization basic(Host host, CachedCredential credential) {
    return new HostAuthorization(
        host,
        credential,
        found -> Credentials.basic(found.login(), found.secret().reveal(), StandardCharsets.UTF_8));
  }

  private static String bearer(Credential found) {
    Secret secret = found.secret();
    // OkHttp's own complaint about a header quotes its value.
    if (secret.isEmpty() || !secret.isVisibleAscii()) {
      throw new UsageException(
          "the secret stored for "
              + found.host()
              + " is empty, or has a blank or a character outside ASCII: no bearer token is like"
              + " that, and it was not sent",
          "log in again, or store the token itself");
    }
    return "Bearer " + secret.reveal();
  }

  /** Adds both to a client that is being built. */
  public OkHttpClient.Builder install(OkHttpClient.Builder client) {
    return client.addNetworkInterceptor(interceptor()).authenticator(authenticator());
  }

  /**
   * Attaches the credential. To be added by {@code addNetworkInterceptor}, which sees each hop of a
   * redirect; as an application's interceptor it would see the first alone.
   */
  public Interceptor interceptor() {
    return chain -> {
      Request request = chain.request();
      if (!covers(request.url()) || request.header(HEADER) != null) {
        return chain.proceed(request);
      }
      Optional<String> value = written(credential::get);
      return chain.proceed(
          value.isEmpty() ? request : request.newBuilder().header(HEADER, value.get()).build());
    };
  }

  /** Answers a 401 of the host with another credential than the one sent, if the store has one. */
  public Authenticator authenticator() {
    return (route, response) -> {
      Request request = response.request();
      if (response.code() != UNAUTHORIZED || !covers(request.url()) || isRepeated(response)) {
        return null;
      }
      String sent = sent(response);
      Optional<String> value =
          written(() -> credential.other(found -> writer.apply(found).equals(sent)));
      return value.map(header -> request.newBuilder().header(HEADER, header).build()).orElse(null);
    };
  }

  /** What went over the wire: a network interceptor's header is in no other request. */
  private static @Nullable String sent(Response response) {
    Response network = response.networkResponse();
    return (network == null ? response : network).request().header(HEADER);
  }

  /** Whether the request was repeated already: a host that refuses two credentials is believed. */
  private static boolean isRepeated(Response response) {
    Response prior = response.priorResponse();
    return prior != null && prior.code() == UNAUTHORIZED;
  }

  private boolean covers(HttpUrl url) {
    return host.covers(url.scheme(), url.host(), url.port());
  }

  private Optional<String> written(Supplier<Optional<Credential>> source) throws IOException {
    try {
      Optional<Credential> found = source.get();
      try {
        return found.map(writer);
      } finally {
        found.ifPresent(credential -> credential.secret().close());
      }
    } catch (KeyportException e) {
      throw new CredentialUnavailableException(e);
    }
  }
}
