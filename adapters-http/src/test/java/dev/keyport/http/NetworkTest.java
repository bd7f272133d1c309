package dev.keyport.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.error.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  private static final Duration BRIEF = Duration.ofMillis(600);

  private final MockWebServer server = new MockWebServer();

  NetworkTest() throws IOException {
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void sayWhoRefuses() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }

    ApiException error = fail(URI.create("http://127.0.0.1:" + port), Duration.ofSeconds(5));

    assertThat(error).isInstanceOf(ApiException.Network.class);
    assertThat(error.message()).isEqualTo("127.0.0.1:" + port + " refused the connection");
    assertThat(error.hint()).get().asString().contains("HTTPS_PROXY");
    assertThat(error.getCause()).isInstanceOf(java.net.ConnectException.class);
    assertThat(error.mayHaveTakenEffect()).isFalse();
  }

  @Test
  void sayWhichNameIsUnknown() {
    ApiException error = fail(URI.create("https://api.keyport.invalid"), Duration.ofSeconds(20));

    assertThat(error).isInstanceOf(ApiException.Network.class);
    assertThat(error.message()).contains("api.keyport.invalid:443");
    assertThat(error.mayHaveTakenEffect()).isFalse();
    assertThat(error.hint()).isPresent();
  }

  @Test
  void sayThatNoAnswerCame() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    ApiException error = fail(server.url("/").uri(), Duration.ofSeconds(5));

    assertThat(error).isInstanceOf(ApiException.Network.class);
    assertThat(error.message()).contains("closed without an answer");
    assertThat(error.mayHaveTakenEffect()).isTrue();
  }

  @Test
  @Timeout(30)
  void endACallThatGetsNoAnswer() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

    ApiException error = fail(server.url("/").uri(), BRIEF);

    assertThat(error).isInstanceOf(ApiException.Network.class);
    assertThat(error.message()).endsWith("did not answer within 600 ms");
    assertThat(error.mayHaveTakenEffect()).isTrue();
    assertThat(error.hint()).get().asString().contains("--timeout");
  }

  /** Each byte comes well within the read time-out; the whole would take an hour. */
  @Test
  @Timeout(30)
  void endACallThatDrips() {
    server.enqueue(
        Fixtures.answer(200, Fixtures.ACCOUNT + " ".repeat(36_000))
            .throttleBody(1, 100, TimeUnit.MILLISECONDS)
            .build());

    ApiException error = fail(server.url("/").uri(), BRIEF);

    assertThat(error).isInstanceOf(ApiException.Network.class);
    assertThat(error.message()).endsWith("did not answer within 600 ms");
  }

  @Test
  @Timeout(30)
  void endAListThatDrips() {
    for (int page = 0; page < 90; page++) {
      server.enqueue(
          Fixtures.answer(206, "[]")
              .setHeader("Next-Range", "id ]" + page + "..")
              .headersDelay(100, TimeUnit.MILLISECONDS)
              .build());
    }

    try (HerokuApi api = api(server.url("/").uri(), BRIEF)) {
      assertThatThrownBy(() -> api.apps(Fixtures.token()))
          .isInstanceOf(ApiException.Network.class)
          .hasMessageEndingWith("did not answer within 600 ms");
    }
    assertThat(server.getRequestCount()).isLessThan(10);
  }

  @Test
  void sayThatItIsNoHttp() {
    server.enqueue(new MockResponse.Builder().status("SSH-2.0-OpenSSH_9.2").build());

    ApiException error = fail(server.url("/").uri(), Duration.ofSeconds(5));

    assertThat(error).isInstanceOf(ApiException.Broken.class);
    assertThat(error.message()).contains("does not speak HTTP");
  }

  @Test
  void sayThatItIsNoHttps() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answerer =
          new Thread(
              () -> {
                try (Socket client = plain.accept()) {
                  int unused = client.getInputStream().read(new byte[4_096]);
                  client
                      .getOutputStream()
                      .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      answerer.start();

      ApiException error =
          fail(URI.create("https://127.0.0.1:" + plain.getLocalPort()), Duration.ofSeconds(20));

      assertThat(error).isInstanceOf(ApiException.Network.class);
      assertThat(error.message())
          .isEqualTo(
              "TLS with 127.0.0.1:"
                  + plain.getLocalPort()
                  + " failed: no agreement on a secure connection");
      assertThat(error.hint()).get().asString().contains("speak https");
      answerer.join();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.heroku.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "ftp://api.heroku.com",
        "https://user:pw@api.heroku.com",
        "https://api.heroku.com/path",
        "https://api.heroku.com?a=b",
        "https:///",
        "api.heroku.com"
      })
  void takeNoOtherAddress(String base) {
    assertThatThrownBy(() -> Fixtures.settings(URI.create(base), Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageNotContaining("pw");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:1", "http://localhost", "http://[::1]:2"})
  void takeHttpOnThisMachine(String base) {
    try (HerokuApi api = api(URI.create(base), BRIEF)) {
      assertThat(api).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 100_000_000_000L})
  void takeNoOtherTimeout(long millis) {
    assertThatThrownBy(() -> api(URI.create("https://a.example"), Duration.ofMillis(millis)))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void keepNoThreadThatKeepsTheJvm() {
    server.enqueue(Fixtures.json(200, Fixtures.ACCOUNT));
    HerokuApi api = api(server.url("/").uri(), Duration.ofSeconds(5));
    assertThat(api.account(Fixtures.token()).id()).isEqualTo(Fixtures.ID);

    api.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(
            thread -> thread.getName().startsWith("OkHttp") || thread.getName().startsWith("Okio"))
        .allMatch(Thread::isDaemon);
  }

  private static HerokuApi api(URI base, Duration timeout) {
    return new HerokuApi(
        new HttpSettings(
            base, timeout, "keyport/test", Fixtures.machine(Map.of()), Optional.empty()),
        notice -> {},
        new Fixtures.RecordedPauses());
  }

  private static ApiException fail(URI base, Duration timeout) {
    try (HerokuApi api = api(base, timeout)) {
      return catchThrowableOfType(ApiException.class, () -> api.account(Fixtures.token()));
    }
  }
}
