package dev.keyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.BegunLogin;
import dev.keyport.domain.credential.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HerokuLoginTest {
  private static final String PROOF = "canary-proof-77aa";
  private static final String BEGUN =
      "{\"browser_url\":\"/auth/browser/1?requestor=x\",\"cli_url\":\"/auth/cli/1\",\"token\":\""
          + PROOF
          + "\"}";
  private static final Duration LONG = Duration.ofSeconds(20);

  private final MockWebServer server = new MockWebServer();
  private final List<String> trace = new ArrayList<>();
  private final HerokuLogin service;

  HerokuLoginTest() throws IOException {
    server.start();
    service = service(Duration.ofMinutes(1));
  }

  private HerokuLogin service(Duration held) {
    HttpSettings settings =
        new HttpSettings(
            server.url("/").uri(),
            Duration.ofSeconds(20),
            "keyport/test",
            Fixtures.machine(Map.of()),
            Optional.of(trace::add));
    return new HerokuLogin(settings, notice -> {}, held);
  }

  @AfterEach
  void close() {
    service.close();
    server.close();
    assertThat(String.join("\n", trace)).doesNotContain(PROOF, Fixtures.TOKEN);
  }

  private BegunLogin begin(int status, String body) {
    server.enqueue(Fixtures.json(status, body));
    return service.begin("Keyport on box");
  }

  private BegunLogin begun() throws InterruptedException {
    BegunLogin begun = begin(201, BEGUN);
    server.takeRequest(1, TimeUnit.SECONDS);
    return begun;
  }

  private void answers(int times, int status, String body) {
    for (int i = 0; i < times; i++) {
      server.enqueue(Fixtures.json(status, body));
    }
  }

  private static String granted() {
    return "{\"access_token\":\"" + Fixtures.TOKEN + "\"}";
  }

  @Test
  void aLoginIsBegunByNobodyInParticular() throws InterruptedException {
    BegunLogin begun = begin(201, BEGUN);

    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo("POST /auth");
    assertThat(request.getHeaders().get("Authorization")).isNull();
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
    assertThat(request.getBody().utf8()).isEqualTo("{\"description\":\"Keyport on box\"}");
    assertThat(begun.page()).isEqualTo(server.url("/auth/browser/1?requestor=x").uri());
    assertThat(begun.result()).isEqualTo(server.url("/auth/cli/1").uri());
    assertThat(begun.proof()).isEqualTo(Secret.of(PROOF));
    assertThat(begun.toString()).doesNotContain(PROOF);
  }

  @Test
  void theTokenIsAskedForWithTheProof() throws InterruptedException {
    BegunLogin begun = begun();
    answers(1, 200, granted());

    assertThat(service.await(begun, LONG)).isEqualTo(Fixtures.token());
    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo("GET /auth/cli/1");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + PROOF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/auth",
        "//evil.example/auth",
        "http://localhost:1/auth",
        "ftp://localhost/",
        "javascript:alert(1)",
        "",
        "/a\\u001b[2J"
      })
  void aPageElsewhereIsNotOpened(String elsewhere) {
    for (String field : List.of("browser_url", "cli_url")) {
      String body =
          BEGUN.replaceFirst(
              "(\"" + field + "\":\")[^\"]*",
              "$1" + java.util.regex.Matcher.quoteReplacement(elsewhere));

      assertThatThrownBy(() -> begin(201, body))
          .isInstanceOf(ApiException.Broken.class)
          .hasMessageContaining(field)
          .hasMessageNotContaining("evil");
    }
  }

  @Test
  void aPageAtTheServiceItselfMayBeNamedInFull() {
    String own = server.url("/here").toString();

    assertThat(begin(200, BEGUN.replaceFirst("/auth/browser/1\\?requestor=x", own)).page())
        .isEqualTo(URI.create(own));
    assertThatThrownBy(
            () -> begin(200, BEGUN.replaceFirst("/auth/cli/1", own.replace("://", "://a:b@"))))
        .isInstanceOf(ApiException.Broken.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "",
        "<html>",
        "{\"browser_url\":1,\"cli_url\":\"/a\",\"token\":\"t\"}",
        "{\"browser_url\":\"/a\",\"cli_url\":\"/a\",\"token\":\"a b\"}",
        "{\"browser_url\":\"/a\",\"cli_url\":\"/a\",\"token\":\"\"}"
      })
  void senselessAnswersAreAnApiError(String body) throws InterruptedException {
    assertThatThrownBy(() -> begin(201, body)).isInstanceOf(ApiException.Broken.class);

    BegunLogin begun = begun();
    answers(1, 200, body);
    assertThatThrownBy(() -> service.await(begun, LONG)).isInstanceOf(ApiException.Broken.class);
  }

  @Test
  void aLoginThatIsRefusedIsRejected() throws InterruptedException {
    BegunLogin begun = begun();
    answers(1, 200, "{\"error\":\"Access denied\\u001b[2J for " + PROOF + "\"}");

    ApiException.Rejected refused =
        catchThrowableOfType(ApiException.Rejected.class, () -> service.await(begun, LONG));
    assertThat(refused.message())
        .startsWith("the login was refused in the browser: Access denied")
        .doesNotContain("\u001b", PROOF);
  }

  @Test
  void aStatusOverFiveHundredIsAskedAgainThreeTimes() throws InterruptedException {
    BegunLogin begun = begun();
    answers(1, 501, "");
    answers(1, 502, "<html>");
    answers(1, 503, "{}");
    answers(1, 200, granted());
    assertThat(service.await(begun, LONG)).isEqualTo(Fixtures.token());

    answers(4, 503, "{}");
    answers(1, 200, granted());
    assertThatThrownBy(() -> service.await(begun, LONG)).isInstanceOf(ApiException.Broken.class);
    assertThat(server.getRequestCount()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 400, 401, 403, 404, 410, 429, 301})
  void otherStatusesAreNotAskedAgain(int status) throws InterruptedException {
    BegunLogin begun = begun();
    server.enqueue(Fixtures.answer(status, "{}").setHeader("Location", "/auth/cli/2").build());
    answers(1, 200, granted());

    assertThatThrownBy(() -> service.await(begun, LONG)).isInstanceOf(ApiException.class);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void theStatusOfABeginningTellsWhatItMeans() {
    assertThatThrownBy(() -> begin(500, "oops")).isInstanceOf(ApiException.Broken.class);
    assertThatThrownBy(() -> begin(503, "oops")).isInstanceOf(ApiException.Broken.class);
    assertThatThrownBy(() -> begin(429, "{}")).isInstanceOf(ApiException.RateLimited.class);
    assertThatThrownBy(() -> begin(422, "{}")).isInstanceOf(ApiException.Invalid.class);
    assertThat(server.getRequestCount()).isEqualTo(4);
  }

  private static MockResponse broken() {
    return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
  }

  @Test
  void aConnectionThatBreaksIsMadeAnewThreeTimes() throws InterruptedException {
    BegunLogin begun = begun();
    for (int i = 0; i < 12; i++) {
      server.enqueue(broken());
    }

    assertThatThrownBy(() -> service.await(begun, LONG)).isInstanceOf(ApiException.Network.class);
    assertThat(server.getRequestCount()).isBetween(5, 9);
  }

  @Test
  void aConnectionThatWasHeldBeforeItBrokeIsMadeAnewAgainAndAgain() throws InterruptedException {
    BegunLogin begun = begun();
    for (int i = 0; i < 12; i++) {
      server.enqueue(broken());
    }
    answers(1, 200, granted());

    try (HerokuLogin patient = service(Duration.ZERO)) {
      assertThat(patient.await(begun, LONG)).isEqualTo(Fixtures.token());
    }
  }

  @Test
  void theWaitEndsInTime() throws InterruptedException {
    BegunLogin begun = begun();
    server.enqueue(Fixtures.answer(200, granted()).headersDelay(1, TimeUnit.MINUTES).build());

    ApiException.Network late =
        catchThrowableOfType(
            ApiException.Network.class, () -> service.await(begun, Duration.ofMillis(200)));
    assertThat(late.message()).contains("not finished within");
    assertThat(late.hint()).contains("run keyport login again");
  }

  /** The time-out of a call is not that of the person. */
  @Test
  void thePersonMayTakeLongerThanACall() throws InterruptedException {
    BegunLogin begun = begun();
    server.enqueue(Fixtures.answer(200, granted()).headersDelay(1, TimeUnit.SECONDS).build());
    HttpSettings brief =
        new HttpSettings(
            server.url("/").uri(),
            Duration.ofMillis(400),
            "keyport/test",
            Fixtures.machine(Map.of()),
            Optional.empty());

    try (HerokuLogin hurried = new HerokuLogin(brief, notice -> {})) {
      assertThat(hurried.await(begun, LONG)).isEqualTo(Fixtures.token());
    }
  }

  @Test
  void aLoginBegunElsewhereIsNotAskedForHere() {
    BegunLogin elsewhere =
        new BegunLogin(
            URI.create("https://x.com/"), URI.create("https://x.com/"), Secret.of(PROOF));

    assertThatThrownBy(() -> service.await(elsewhere, LONG))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(server.getRequestCount()).isZero();
  }
}
