package dev.keyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.Headers;
import dev.keyport.sandbox.ApiClient.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

class FaultsTest {
  private static final String LOGIN = "/oauth/authorizations";
  private Sandbox sandbox;
  private ApiClient client;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults());
    client = ApiClient.loggedIn(sandbox);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void faultHappensToItsRouteAndAsOftenAsSaid() {
    sandbox.faults().add(Fault.status(503, "GET", "/apps/*").times(2));
    assertThat(client.get("/apps").status()).isEqualTo(200);
    assertThat(client.delete("/apps/x").status()).isEqualTo(404);
    assertThat(client.get("/apps/x").status()).isEqualTo(503);
    assertThat(client.get("/apps/x").error()).isEqualTo("fault");
    assertThat(client.get("/apps/x").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/account,/account,true",
    "/account,/account/keys,false",
    "/account/*,/account/keys,true",
    "/account/*,/account/keys/1,false",
    "/account/**,/account/keys/1,true",
    "/**,/anything,true",
    "/apps/*/pre-authorizations,/apps/a.b/pre-authorizations,true"
  })
  void starStandsForASegmentAndTwoForTheRest(String pattern, String path, boolean matches) {
    Fault fault = Fault.once(FaultKind.DROP, "*", pattern);
    ApiRequest request = new ApiRequest("GET", URI.create(path), new Headers(), new byte[0]);
    assertThat(fault.matches(request)).isEqualTo(matches);
  }

  @Test
  void injectedFaultComesBeforeTheCredential() {
    sandbox.faults().add(Fault.status(500, "*", "/**"));
    assertThat(ApiClient.of(sandbox).get("/account").status()).isEqualTo(500);
  }

  @Test
  void droppedConnectionHasNoAnswerAndNoEffect() {
    sandbox.faults().add(Fault.once(FaultKind.DROP, "POST", LOGIN));
    assertThatExceptionOfType(IOException.class).isThrownBy(this::create);
    assertThat(live()).isEqualTo(1);
  }

  @Test
  void answerMayBeLostAfterTheEffect() {
    sandbox.faults().add(Fault.once(FaultKind.DROP_AFTER, "POST", LOGIN));
    assertThatExceptionOfType(IOException.class).isThrownBy(this::create);
    assertThat(live()).isEqualTo(2);
  }

  @Test
  void bodyMayBeTruncated() {
    sandbox.faults().add(Fault.once(FaultKind.TRUNCATED, "POST", LOGIN));
    assertThatExceptionOfType(IOException.class).isThrownBy(this::create);
    assertThat(live()).isEqualTo(2);
  }

  @Test
  void serverMayFailAfterTheEffect() throws IOException {
    sandbox.faults().add(Fault.once(FaultKind.ERROR_AFTER, "POST", LOGIN));
    Reply reply = create();
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.error()).isEqualTo("internal_server_error");
    assertThat(reply.header("Request-Id")).isPresent();
    assertThat(live()).isEqualTo(2);
  }

  @Test
  void bodyMayBeBadJson() {
    sandbox.faults().add(Fault.once(FaultKind.BAD_JSON, "GET", "/account"));
    Reply reply = client.get("/account");
    assertThat(reply.status()).isEqualTo(200);
    assertThatExceptionOfType(JacksonException.class).isThrownBy(reply::json);
  }

  @Test
  void answerMayBeAPage() {
    sandbox.faults().add(Fault.once(FaultKind.HTML, "GET", "/account"));
    Reply reply = client.get("/account");
    assertThat(reply.header("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(reply.text()).startsWith("<!doctype html>");
  }

  @Test
  void contentTypeMayBeWrong() {
    sandbox.faults().add(Fault.once(FaultKind.WRONG_CONTENT_TYPE, "GET", "/account"));
    Reply reply = client.get("/account");
    assertThat(reply.header("Content-Type")).contains("text/plain; charset=utf-8");
    assertThat(reply.at("/email")).isEqualTo("dev@example.com");
  }

  @Test
  void bodyMayBeMissingOrHuge() {
    sandbox.faults().add(Fault.once(FaultKind.EMPTY, "GET", "/account"));
    sandbox.faults().add(Fault.once(FaultKind.HUGE, "GET", "/account"));
    Reply empty = client.get("/account");
    assertThat(empty.status()).isEqualTo(200);
    assertThat(empty.text()).isEmpty();
    assertThat(client.get("/account").text()).hasSizeGreaterThan(10_000_000);
  }

  @Test
  void answerMayLeadElsewhere() {
    URI elsewhere = URI.create("http://elsewhere.invalid/account");
    sandbox.faults().add(Fault.once(FaultKind.REDIRECT, "GET", "/account").withLocation(elsewhere));
    Reply reply = client.get("/account");
    assertThat(reply.status()).isEqualTo(301);
    assertThat(reply.header("Location")).contains(elsewhere.toString());
  }

  @Test
  void rateLimitMaySayWhenToComeBack() {
    Fault fault = Fault.once(FaultKind.RATE_LIMIT, "GET", "/account");
    sandbox.faults().add(fault);
    sandbox.faults().add(fault.withRetryAfter(Duration.ofSeconds(7)));
    assertThat(client.get("/account").header("Retry-After")).isEmpty();
    Reply reply = client.get("/account");
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.header("Retry-After")).contains("7");
  }

  @Test
  void answerIsHeldBackUntilTheSandboxCloses() {
    Fault fault = Fault.once(FaultKind.LATENCY, "GET", "/account");
    sandbox.faults().add(fault.withLatency(Duration.ofHours(1)));
    CompletableFuture<Boolean> answered =
        CompletableFuture.supplyAsync(() -> client.get("/account"))
            .handle((reply, failure) -> reply != null);
    Await.until("the request arrives", () -> sandbox.faults().list().isEmpty());
    assertThat(answered).isNotDone();

    sandbox.close();

    assertThat(answered).succeedsWithin(Duration.ofSeconds(30));
  }

  @Test
  void scriptsSetAndClearFaults() {
    ApiClient script = ApiClient.of(sandbox);
    Reply added =
        script.post(
            "/__sandbox/faults",
            "{\"kind\":\"status\",\"method\":\"GET\",\"path\":\"/account\",\"status\":418,"
                + "\"times\":2,\"body\":{\"id\":\"teapot\",\"message\":\"short and stout\"},"
                + "\"latency_ms\":1,\"retry_after\":3}");
    assertThat(added.status()).isEqualTo(201);
    Reply faulty = client.get("/account");
    assertThat(faulty.status()).isEqualTo(418);
    assertThat(faulty.error()).isEqualTo("teapot");
    assertThat(faulty.header("Retry-After")).contains("3");
    assertThat(script.get("/__sandbox/faults").at("/faults/0/times")).isEqualTo("1");

    assertThat(script.delete("/__sandbox/faults").status()).isEqualTo(200);
    assertThat(client.get("/account").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{\"kind\":\"fire\"}",
        "{\"kind\":\"drop\",\"times\":0}",
        "{\"kind\":\"drop\",\"times\":\"2\"}",
        "{\"kind\":\"status\",\"status\":42}",
        "{\"kind\":\"redirect\",\"location\":\"a b\"}",
        "{\"kind\":\"drop\",\"count\":2}"
      })
  void faultThatMakesNoSenseIsRefused(String json) {
    Reply reply = ApiClient.of(sandbox).post("/__sandbox/faults", json);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(sandbox.faults().list()).isEmpty();
  }

  /** A POST isn't repeated by the client, so its effects can be counted. */
  private Reply create() throws IOException {
    return client.attempt("POST", LOGIN, Optional.of("{}"));
  }

  private int live() {
    return sandbox.liveAuthorizations("dev@example.com").size();
  }
}
