package dev.keyport.http;

import dev.keyport.domain.doctor.ApiReach;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Asks {@code /account} without a token, once. The API answers 401 with an error of its own;
 * whatever else answers is not the API, as a page where one logs in to a network.
 */
final class HttpReach implements ApiReach {
  private static final int UNAUTHORIZED = 401;

  private final OkHttpClient client;
  private final HttpUrl base;
  private final HttpSettings settings;
  private final NetworkFailures failures;
  private final Json json;

  HttpReach(
      OkHttpClient client,
      HttpUrl base,
      HttpSettings settings,
      NetworkFailures failures,
      Json json) {
    this.client = client;
    this.base = base;
    this.settings = settings;
    this.failures = failures;
    this.json = json;
  }

  @Override
  public Reached ask() {
    Seen seen = new Seen();
    Transport transport =
        new Transport(
            client.newBuilder().addNetworkInterceptor(seen).build(),
            Transport.V3,
            settings.userAgent(),
            failures,
            new Notices(notice -> {}));
    ApiRequest request = ApiRequest.get(Proof.none(), "account");
    HttpUrl url = base.newBuilder().addPathSegment("account").build();
    ApiAnswer answer = transport.once(url, request, Deadline.in(settings.timeout()));
    Instant at = Instant.now();
    ErrorMapper errors = new ErrorMapper(json);
    boolean refused =
        answer.status() == UNAUTHORIZED
            && answer.mayBeJson()
            && errors.body(answer).id().isPresent();
    if (!refused) {
      if (answer.status() != UNAUTHORIZED) {
        errors.check(request, answer);
      }
      throw Answers.broken(answer, "something else than the API answers at " + base.host());
    }
    return new Reached(at, seen.date(), seen.tls());
  }

  /** Takes note of what an {@link ApiAnswer} does not keep. */
  private static final class Seen implements Interceptor {
    private volatile @Nullable Date date;
    private volatile @Nullable Handshake handshake;

    @Override
    public Response intercept(Chain chain) throws IOException {
      Response response = chain.proceed(chain.request());
      date = response.headers().getDate("Date");
      handshake = response.handshake();
      return response;
    }

    Optional<Instant> date() {
      return Optional.ofNullable(date).map(Date::toInstant);
    }

    Optional<String> tls() {
      return Optional.ofNullable(handshake).map(found -> found.tlsVersion().javaName());
    }
  }
}
