package dev.keyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.keys.SshPublicKey;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
  private final MockWebServer server = new MockWebServer();
  private final Fixtures.RecordedPauses pauses = new Fixtures.RecordedPauses();
  private final HerokuApi api;

  RetryTest() throws IOException {
    server.start();
    api = api(pauses);
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  private HerokuApi api(Pause pause) {
    return new HerokuApi(Fixtures.settings(server.url("/").uri(), Map.of()), notice -> {}, pause);
  }

  @Test
  void askAgainAfterAFailureOfTheApi() {
    server.enqueue(Fixtures.json(503, "{}"));
    server.enqueue(Fixtures.json(500, "{}"));
    server.enqueue(Fixtures.json(200, Fixtures.ACCOUNT));

    assertThat(api.account(Fixtures.token()).email()).isEqualTo("ada@example.com");
    assertThat(pauses.pauses).hasSize(2);
    assertThat(pauses.pauses.get(0)).isBetween(Duration.ofMillis(150), Duration.ofMillis(300));
    assertThat(pauses.pauses.get(1)).isBetween(Duration.ofMillis(300), Duration.ofMillis(600));
  }

  @Test
  void giveUpAfterThreeTries() {
    fill(3, Fixtures.json(502, "{}"));

    assertThatThrownBy(() -> api.account(Fixtures.token())).isInstanceOf(ApiException.Broken.class);
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void waitAsLongAsTheApiAsks() {
    server.enqueue(Fixtures.answer(429, "{}").setHeader("Retry-After", "2").build());
    server.enqueue(Fixtures.json(200, "[]"));

    assertThat(api.apps(Fixtures.token())).isEmpty();
    assertThat(pauses.pauses).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void notWaitLong() {
    server.enqueue(Fixtures.answer(429, "{}").setHeader("Retry-After", "3600").build());

    ApiException error =
        catchThrowableOfType(ApiException.class, () -> api.account(Fixtures.token()));

    assertThat(error).isInstanceOf(ApiException.RateLimited.class);
    assertThat(error.hint()).contains("try again in 3600 s");
    assertThat(pauses.pauses).isEmpty();
  }

  @Test
  void notWaitPastTheTimeout() {
    server.enqueue(Fixtures.answer(503, "{}").setHeader("Retry-After", "5").build());
    HttpSettings brief =
        new HttpSettings(
            server.url("/").uri(),
            Duration.ofSeconds(4),
            "keyport/test",
            Fixtures.machine(Map.of()),
            Optional.empty());

    try (HerokuApi hurried = new HerokuApi(brief, notice -> {}, pauses)) {
      assertThatThrownBy(() -> hurried.account(Fixtures.token()))
          .isInstanceOf(ApiException.Broken.class);
    }
    assertThat(pauses.pauses).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503, 408})
  void sendWhatChangesSomethingOnce(int status) {
    fill(9, Fixtures.answer(status, "{}").setHeader("Retry-After", "0").build());
    SshPublicKey key = new SshPublicKey("ssh-ed25519", "AAAA", "");

    assertThatThrownBy(() -> api.createAuthorization(Fixtures.login()))
        .isInstanceOf(ApiException.class);
    assertThatThrownBy(() -> api.addKey(Fixtures.token(), key)).isInstanceOf(ApiException.class);
    assertThatThrownBy(() -> api.removeKey(Fixtures.token(), "k")).isInstanceOf(ApiException.class);
    assertThatThrownBy(() -> api.revokeAuthorization(Fixtures.token(), "a"))
        .isInstanceOf(ApiException.class);
    assertThatThrownBy(() -> api.endOwnSession(Fixtures.token())).isInstanceOf(ApiException.class);
    assertThat(server.getRequestCount()).isEqualTo(5);
    assertThat(pauses.pauses).isEmpty();
  }

  @Test
  void sendALoginOnceWhenTheConnectionBreaks() {
    fill(2, Fixtures.json(200, Fixtures.ACCOUNT));
    server.enqueue(
        new MockResponse.Builder()
            .onResponseStart(new mockwebserver3.SocketEffect.CloseSocket())
            .build());
    server.enqueue(Fixtures.json(201, "{}"));
    var unused = api.account(Fixtures.token());
    unused = api.account(Fixtures.token());

    assertThatThrownBy(() -> api.createAuthorization(Fixtures.login()))
        .isInstanceOf(ApiException.Network.class);
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void stopWaitingWhenInterrupted() {
    fill(3, Fixtures.json(503, "{}"));
    HerokuApi interrupted =
        api(
            time -> {
              throw new InterruptedException();
            });

    assertThatThrownBy(() -> interrupted.account(Fixtures.token()))
        .isInstanceOf(ApiException.Broken.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  private void fill(int times, MockResponse answer) {
    for (int i = 0; i < times; i++) {
      server.enqueue(answer);
    }
  }
}
