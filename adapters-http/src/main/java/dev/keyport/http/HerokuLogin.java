package dev.keyport.http;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.ApiFailure;
import dev.keyport.domain.auth.BegunLogin;
import dev.keyport.domain.auth.BrowserLoginApi;
import dev.keyport.domain.credential.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * Heroku's service for logins in the browser, over HTTP.
 *
 * <p>It answers with a page and an address to ask at, which have to be its own: of the same scheme,
 * host and port. The question there is held open until the person is done. A status over 500 is
 * asked again at once, three times, as Heroku's own CLI does; so is a connection that breaks, and
 * one that was held for a while before something in between cut it, as often as it takes.
 *
 * <p>Safe for use by several threads.
 */
public final class HerokuLogin implements BrowserLoginApi {
  private static final String ACCEPT = "application/json";
  private static final int RETRIES = 3;

  /** A connection that lived as long as this was cut for being idle, not for being refused. */
  private static final Duration HELD = Duration.ofSeconds(10);

  private final HttpSettings settings;
  private final Clients clients;
  private final Notices notices;
  private final Duration held;
  private final Json json = new Json();
  private final Answers answers = new Answers(json);

  /**
   * Makes ready; connects on the first call.
   *
   * @param settings how the service is reached; its time-out is not for waiting for the person
   * @param notices takes each warning that comes along with an answer, once; may be called by
   *     several threads
   * @throws dev.keyport.domain.error.UsageException when a proxy variable or {@code SSL_CERT_FILE}
   *     can't be used
   */
  public HerokuLogin(HttpSettings settings, Consumer<String> notices) {
    this(settings, notices, HELD);
  }

  HerokuLogin(HttpSettings settings, Consumer<String> notices, Duration held) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.clients = new Clients(settings);
    this.notices = new Notices(notices);
    this.held = held;
  }

  @Override
  public BegunLogin begin(String description) {
    ApiRequest request =
        ApiRequest.post(Proof.none(), json.write(Map.of("description", description)), "auth");
    HttpUrl url = clients.base().newBuilder().addPathSegment("auth").build();
    ApiAnswer answer =
        transport(clients.client(), settings.timeout())
            .once(url, request, Deadline.in(settings.timeout()));
    check(answer, "did not begin a login");
    return answers.one(answer, this::begun);
  }

  private BegunLogin begun(JsonObject body) throws UnexpectedShapeException {
    return new BegunLogin(own(body, "browser_url"), own(body, "cli_url"), token(body, "token"));
  }

  /** An address at the service itself: a page elsewhere may be anybody's. */
  private URI own(JsonObject body, String field) throws UnexpectedShapeException {
    HttpUrl url = clients.base().resolve(body.word(field));
    if (url == null
        || !Exchange.sameOrigin(clients.base(), url)
        || !url.username().isEmpty()
        || !url.password().isEmpty()) {
      throw new UnexpectedShapeException(field + " is not at the login service itself");
    }
    return url.uri();
  }

  private static Secret token(JsonObject body, String field) throws UnexpectedShapeException {
    Secret token = Secret.of(body.text(field));
    if (!token.isVisibleAscii()) {
      throw new UnexpectedShapeException(field + " is no token");
    }
    return token;
  }

  @Override
  public Secret await(BegunLogin login, Duration atMost) {
    ApiRequest request = ApiRequest.get(Proof.bearer(login.proof()));
    HttpUrl url = Objects.requireNonNull(HttpUrl.get(login.result()), "result");
    if (!Exchange.sameOrigin(clients.base(), url)) {
      throw new IllegalArgumentException("the login was begun at another service");
    }
    OkHttpClient patient =
        clients.client().newBuilder().readTimeout(atMost).callTimeout(Duration.ZERO).build();
    ApiAnswer answer = held(transport(patient, atMost), url, request, Deadline.in(atMost), atMost);
    check(answer, "ended the login");
    return token(answer);
  }

  private ApiAnswer held(
      Transport transport, HttpUrl url, ApiRequest request, Deadline deadline, Duration atMost) {
    int left = RETRIES;
    while (true) {
      Deadline idle = Deadline.in(held);
      try {
        ApiAnswer answer = transport.once(url, request, deadline);
        if (answer.status() <= 500 || left == 0) {
          return answer;
        }
      } catch (ApiException.Network e) {
        if (deadline.left().isZero()) {
          throw nobodyCame(atMost);
        }
        if (idle.left().isZero()) {
          continue;
        }
        if (left == 0) {
          throw e;
        }
      }
      left--;
    }
  }

  private static ApiException.Network nobodyCame(Duration atMost) {
    String time =
        atMost.toSeconds() % 60 == 0 ? atMost.toMinutes() + " minutes" : atMost.toSeconds() + " s";
    return new ApiException.Network(
        ApiFailure.of("the login in the browser was not finished within " + time)
            .withHint("run keyport login again"));
  }

  private Secret token(ApiAnswer answer) {
    Optional<String> refused = answers.one(answer, body -> body.optionalText("error"));
    if (refused.isPresent()) {
      String why = answer.secrets().clean(refused.get());
      // The status, which is a success, would only puzzle.
      throw new ApiException.Rejected(
          ApiFailure.of("the login was refused in the browser" + (why.isEmpty() ? "" : ": " + why))
              .withHint("run keyport login again, or log in with: keyport login -i"));
    }
    return answers.one(answer, body -> token(body, "access_token"));
  }

  private void check(ApiAnswer answer, String did) {
    if (answer.isSuccess()) {
      return;
    }
    String what = "the login service at " + clients.base().host() + " ";
    if (answer.status() == 429) {
      throw new ApiException.RateLimited(
          failure(answer, what + "takes no more requests for now")
              .withHint("try again in a minute"));
    }
    if (answer.status() >= 400 && answer.status() < 500) {
      throw new ApiException.Invalid(
          failure(answer, what + did)
              .withHint("run keyport login again, or log in with: keyport login -i"));
    }
    throw new ApiException.Broken(
        failure(answer, what + (answer.isServerError() ? "failed" : "sends elsewhere"))
            .withHint("try again later, or log in with: keyport login -i"));
  }

  private static ApiFailure failure(ApiAnswer answer, String message) {
    return new ApiFailure(
        message,
        OptionalInt.of(answer.status()),
        Optional.empty(),
        answer.requestId(),
        Optional.empty(),
        null);
  }

  private Transport transport(OkHttpClient client, Duration timeout) {
    HttpUrl base = clients.base();
    NetworkFailures failures =
        new NetworkFailures(base.host() + ":" + base.port(), clients.proxyAddress(), timeout);
    return new Transport(client, ACCEPT, settings.userAgent(), failures, notices);
  }

  /** Closes the connection; nothing of this keeps the JVM running afterwards. */
  @Override
  public void close() {
    clients.client().dispatcher().cancelAll();
    clients.client().connectionPool().evictAll();
  }
}
