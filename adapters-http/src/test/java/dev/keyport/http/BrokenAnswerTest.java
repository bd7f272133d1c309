package dev.keyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.auth.ApiException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenAnswerTest {
  private static final int LIMIT = 8 * 1024 * 1024;

  private final MockWebServer server = new MockWebServer();
  private final HerokuApi api;

  BrokenAnswerTest() throws IOException {
    server.start();
    api = Fixtures.api(server);
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  static Stream<String> nonsense() {
    return Stream.of(
        "",
        " ",
        "null",
        "[]",
        "\"text\"",
        "<html></html>",
        "{",
        "{}",
        "{\"id\":\"a\"}",
        "{\"id\":1,\"email\":\"e\"}",
        "{\"id\":\"\",\"email\":\"e\"}",
        "{\"id\":\"../a\",\"email\":\"e\"}",
        "{\"id\":\"a\",\"email\":{}}",
        "{\"id\":\"a\",\"email\":null}",
        "{\"id\":\"a\",\"email\":\"e\\nmachine x\"}",
        "{\"id\":\"a\",\"email\":\"e\",\"two_factor_authentication\":\"yes\"}",
        "{\"id\":\"a\",\"id\":\"b\",\"email\":\"e\"}",
        Fixtures.ACCOUNT + "{}",
        Fixtures.ACCOUNT + "x",
        "\u0000" + Fixtures.ACCOUNT,
        "[".repeat(100_000),
        "{\"id\":\"a\",\"email\":\"e\",\"x\":" + "[".repeat(40) + "]".repeat(40) + "}",
        "{\"id\":\"a\",\"email\":\"e\",\"x\":" + "9".repeat(1_000) + "}",
        "{\"id\":\"a\",\"email\":\"" + "e".repeat(300_000) + "\"}");
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void refuseWhatIsNoAccount(String body) {
    server.enqueue(Fixtures.json(200, body));

    ApiException error =
        catchThrowableOfType(ApiException.class, () -> api.account(Fixtures.token()));

    assertThat(error).isInstanceOf(ApiException.Broken.class);
    assertThat(error.failure().status()).hasValue(200);
    assertThat(error.failure().requestId()).contains("req-1");
    assertThat(error.hint()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[1]",
        "[null]",
        "[{}]",
        "[{\"id\":\"a\",\"access_token\":\"t\"}]",
        "[{\"id\":\"a\",\"access_token\":{\"expires_in\":1.5}}]",
        "[{\"id\":\"a\",\"access_token\":{\"expires_in\":\"soon\"}}]",
        "[{\"id\":\"a\",\"access_token\":{\"expires_in\":99999999999999999999}}]",
        "[{\"id\":\"a\",\"access_token\":{\"expires_in\":\"999999999999999\"}}]",
        "[{\"id\":\"a\",\"description\":[]}]"
      })
  void refuseWhatIsNoListOfAuthorizations(String body) {
    server.enqueue(Fixtures.json(200, body));

    assertThatThrownBy(() -> api.authorizations(Fixtures.token()))
        .isInstanceOf(ApiException.Broken.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"a\"}",
        "{\"id\":\"a\",\"access_token\":null}",
        "{\"id\":\"a\",\"access_token\":{}}",
        "{\"id\":\"a\",\"access_token\":{\"token\":\"\"}}",
        "{\"id\":\"a\",\"access_token\":{\"token\":\"a\\nb\"}}"
      })
  void refuseALoginWithoutAToken(String body) {
    server.enqueue(Fixtures.json(201, body));

    assertThatThrownBy(() -> api.createAuthorization(Fixtures.login()))
        .isInstanceOf(ApiException.Broken.class);
  }

  @Test
  void takeNoPageForAnAnswer() {
    server.enqueue(
        Fixtures.answer(200, Fixtures.ACCOUNT).setHeader("Content-Type", "text/plain").build());

    assertThatThrownBy(() -> api.account(Fixtures.token()))
        .isInstanceOf(ApiException.Broken.class)
        .hasMessageContaining("not JSON");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 205, 304, 300})
  void needABody(int status) {
    server.enqueue(
        new MockResponse.Builder().code(status).setHeader("Request-Id", "req-1").build());

    assertThatThrownBy(() -> api.account(Fixtures.token())).isInstanceOf(ApiException.Broken.class);
  }

  @Test
  void sayThatTheAnswerIsCutShort() {
    server.enqueue(
        Fixtures.answer(200, Fixtures.ACCOUNT + " ".repeat(100_000))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    ApiException error =
        catchThrowableOfType(ApiException.class, () -> api.account(Fixtures.token()));

    assertThat(error).isInstanceOf(ApiException.Broken.class);
    assertThat(error.message()).contains("cut short", "status 200", "req-1");
  }

  @Test
  void readAnAnswerAsLongAsTheLimit() {
    server.enqueue(
        Fixtures.json(200, Fixtures.ACCOUNT + " ".repeat(LIMIT - Fixtures.ACCOUNT.length())));

    assertThat(api.account(Fixtures.token()).email()).isEqualTo("ada@example.com");
  }

  @Test
  void readNoFurtherThanTheLimit() {
    server.enqueue(
        Fixtures.json(200, Fixtures.ACCOUNT + " ".repeat(LIMIT + 1 - Fixtures.ACCOUNT.length())));

    assertThatThrownBy(() -> api.account(Fixtures.token()))
        .isInstanceOf(ApiException.Broken.class)
        .hasMessageContaining("8 MiB");
  }

  @Test
  void countTheLimitUnpacked() throws IOException {
    Buffer packed = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(packed))) {
      sink.writeUtf8(" ".repeat(4 * LIMIT));
    }
    server.enqueue(
        Fixtures.answer(200, "").body(packed).setHeader("Content-Encoding", "gzip").build());

    assertThatThrownBy(() -> api.account(Fixtures.token()))
        .isInstanceOf(ApiException.Broken.class)
        .hasMessageContaining("8 MiB");
  }

  @Test
  void keepNoCookie() throws Exception {
    server.enqueue(
        Fixtures.answer(200, Fixtures.ACCOUNT)
            .setHeader("Set-Cookie", "session=1; Path=/")
            .build());
    server.enqueue(Fixtures.json(200, Fixtures.ACCOUNT));

    api.account(Fixtures.token());
    api.account(Fixtures.token());
    server.takeRequest();
    assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
  }

  @Test
  void endAListThatRepeats() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return Fixtures.answer(206, "[]").setHeader("Next-Range", "id ]a..").build();
          }
        });

    assertThatThrownBy(() -> api.keys(Fixtures.token()))
        .isInstanceOf(ApiException.Broken.class)
        .hasMessageContaining("repeats");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void endAListThatHasNoEnd() {
    AtomicInteger pages = new AtomicInteger();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return Fixtures.answer(206, "[]")
                .setHeader("Next-Range", "id ]" + pages.incrementAndGet() + "..")
                .build();
          }
        });

    assertThatThrownBy(() -> api.keys(Fixtures.token()))
        .isInstanceOf(ApiException.Broken.class)
        .hasMessageContaining("does not end");
  }

  @Test
  void sendNoRangeThatIsNone() {
    server.enqueue(Fixtures.answer(206, "[]").addHeaderLenient("Next-Range", "id ]ä..").build());

    assertThatThrownBy(() -> api.keys(Fixtures.token()))
        .isInstanceOf(ApiException.Broken.class)
        .hasMessageContaining("Next-Range");
  }
}
