package dev.keyport.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Sends a request once and reads its answer to the end, within the deadline. */
final class Transport {
  /** The API's version 3. */
  static final String V3 = "application/vnd.heroku+json; version=3";

  private static final long MAX_BODY = 8L * 1024 * 1024;

  private final OkHttpClient client;
  private final String accept;
  private final String userAgent;
  private final NetworkFailures failures;
  private final Notices notices;

  Transport(
      OkHttpClient client,
      String accept,
      String userAgent,
      NetworkFailures failures,
      Notices notices) {
    this.client = client;
    this.accept = accept;
    this.userAgent = userAgent;
    this.failures = failures;
    this.notices = notices;
  }

  ApiAnswer once(HttpUrl url, ApiRequest request, Deadline deadline) {
    Duration left = deadline.left();
    if (left.isZero()) {
      // To OkHttp no time at all means time without end.
      throw failures.timeout(null);
    }
    Call call = client.newCall(httpRequest(url, request));
    call.timeout().timeout(left.toNanos(), TimeUnit.NANOSECONDS);
    SentSecrets secrets = request.proof().secrets();
    try (Response response = executed(call)) {
      ApiAnswer head = answer(response, new byte[0], secrets);
      notices.of(head);
      return answer(response, body(response, head), secrets);
    } catch (IOException e) {
      throw failures.noAnswer(e, secrets);
    }
  }

  /**
   * An interrupt comes out of OkHttp's wait for a connection undeclared, and with the thread's flag
   * taken (OkHttp's issue 9014).
   */
  private static Response executed(Call call) throws IOException {
    try {
      return call.execute();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new IOException(e.getClass().getName(), e);
    }
  }

  private byte[] body(Response response, ApiAnswer head) {
    try {
      BufferedSource source = response.body().source();
      if (source.request(MAX_BODY + 1)) {
        throw Answers.broken(
            head, "the API's answer is longer than " + MAX_BODY / 1024 / 1024 + " MiB");
      }
      return source.readByteArray();
    } catch (IOException e) {
      throw failures.cutShort(e, head);
    }
  }

  private static ApiAnswer answer(Response response, byte[] body, SentSecrets secrets) {
    return new ApiAnswer(response.code(), response.headers(), body, secrets);
  }

  private Request httpRequest(HttpUrl url, ApiRequest request) {
    Request.Builder builder =
        new Request.Builder()
            .url(url)
            .tag(SentSecrets.class, request.proof().secrets())
            .header("Accept", accept)
            .header("User-Agent", userAgent)
            .header("Request-Id", UUID.randomUUID().toString());
    request
        .proof()
        .authorization()
        .ifPresent(value -> builder.header("Authorization", value.reveal()));
    request
        .proof()
        .secondFactor()
        .ifPresent(code -> builder.header("Heroku-Two-Factor-Code", code.reveal()));
    request.range().ifPresent(range -> builder.header("Range", range));
    return builder
        .method(
            request.method().name(), request.isRepeatable() ? null : new OneShot(request.body()))
        .build();
  }

  /** A body OkHttp sends at most once: on its own it would repeat a POST on a new connection. */
  private static final class OneShot extends RequestBody {
    private static final MediaType JSON = MediaType.get("application/json");

    private final @Nullable MediaType type;
    private final byte[] bytes;

    OneShot(Optional<String> json) {
      type = json.isPresent() ? JSON : null;
      bytes = json.orElse("").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable MediaType contentType() {
      return type;
    }

    @Override
    public long contentLength() {
      return bytes.length;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.write(bytes);
    }
  }
}
