package dev.keyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.keyport.domain.auth.ApiException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thread that is interrupted in a call is told so, and stays interrupted. */
class InterruptedCallTest {
  private record Outcome(Throwable thrown, boolean stillInterrupted) {}

  private static Outcome calling(MockWebServer server) {
    HttpSettings settings =
        new HttpSettings(
            server.url("/").uri(),
            Duration.ofSeconds(20),
            "keyport/test",
            Fixtures.machine(Map.of()),
            Optional.empty());
    try (HerokuApi api = new HerokuApi(settings, notice -> {})) {
      Throwable thrown = catchThrowable(() -> api.account(Fixtures.token()));
      return new Outcome(thrown, Thread.interrupted());
    }
  }

  private static void assertInterrupted(Outcome outcome) {
    assertThat(outcome.stillInterrupted()).isTrue();
    assertThat(outcome.thrown())
        .isInstanceOf(ApiException.Network.class)
        .hasMessageContaining("interrupted");
  }

  @Test
  void beforeItBegins() throws Exception {
    // What of OkHttp's notices it first differs from one call to the next.
    for (int i = 0; i < 10; i++) {
      try (MockWebServer server = new MockWebServer()) {
        server.start();
        Thread.currentThread().interrupt();
        assertInterrupted(calling(server));
        assertThat(server.getRequestCount()).isZero();
      }
    }
  }

  /** Before a retry, or while the answer is awaited, which a socket's reader may not notice. */
  @ParameterizedTest
  @ValueSource(ints = {503, 429})
  void asItWaitsToTryAgain(int status) throws Exception {
    CompletableFuture<Thread> caller = new CompletableFuture<>();
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              caller.join().interrupt();
              return new MockResponse.Builder()
                  .code(status)
                  .addHeader("Retry-After", "10")
                  .body("{\"id\":\"x\",\"message\":\"later\"}")
                  .build();
            }
          });
      server.start();
      CompletableFuture<Outcome> outcome = new CompletableFuture<>();
      Thread thread = new Thread(() -> outcome.complete(calling(server)));
      caller.complete(thread);
      thread.start();

      Outcome ended = outcome.get(15, TimeUnit.SECONDS);
      assertThat(ended.stillInterrupted()).isTrue();
      assertThat(ended.thrown()).isInstanceOf(ApiException.class);
    }
  }
}
