package dev.keyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.ApiClient.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is common to all calls. */
class ChecksTest {
  private final TestClock clock = new TestClock();
  private Sandbox sandbox;
  private ApiClient client;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock));
    client = ApiClient.loggedIn(sandbox);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void everyAnswerHasARequestIdOfItsOwn() {
    String first = client.get("/account").header("Request-Id").orElseThrow();
    assertThat(first).hasSize(36);
    assertThat(client.with("Request-Id", first).get("/account").header("Request-Id"))
        .get()
        .isNotEqualTo(first);
  }

  @Test
  void credentialIsCheckedBeforeThePath() {
    ApiClient stranger = ApiClient.of(sandbox);
    assertThat(stranger.get("/nowhere").status()).isEqualTo(401);
    assertThat(stranger.with("Authorization", "Bearer undefined").get("/account").status())
        .isEqualTo(401);
    Reply known = client.get("/nowhere");
    assertThat(known.status()).isEqualTo(404);
    assertThat(known.error()).isEqualTo("not_found");
    assertThat(known.json().has("resource")).isFalse();
    assertThat(client.put("/account").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/json",
        "application/vnd.heroku+json; version=3",
        "application/vnd.heroku+json;version=3.webhooks",
        "text/html, application/json;q=0.5"
      })
  void versionThreeIsServed(String accept) {
    assertThat(client.with("Accept", accept).get("/account").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/vnd.heroku+json; version=2", "text/html", "application/xml"})
  void anythingElseIsNotAcceptable(String accept) {
    Reply reply = ApiClient.of(sandbox).with("Accept", accept).get("/account");
    assertThat(reply.status()).isEqualTo(406);
    assertThat(reply.error()).isEqualTo("not_acceptable");
  }

  @Test
  void bodyMustBeAJsonObject() {
    assertThat(client.post("/account/keys", "{\"public_key\":").error()).isEqualTo("bad_request");
    assertThat(client.post("/account/keys", "[]").error()).isEqualTo("bad_request");
    assertThat(client.post("/account/keys").error()).isEqualTo("invalid_params");
    String huge = Json.write(Json.object().put("x", "x".repeat(Choices.MAX_BODY_BYTES)));
    assertThat(client.post("/account/keys", huge).status()).isEqualTo(413);
  }

  @Test
  void sameAnswerIsNotSentTwice() {
    Reply first = client.get("/account");
    String tag = first.header("ETag").orElseThrow();
    Reply second = client.with("If-None-Match", tag).get("/account");
    assertThat(second.status()).isEqualTo(304);
    assertThat(second.text()).isEmpty();
    assertThat(second.header("ETag")).contains(tag);
    client.patch("/account", "{\"name\":\"Dev\"}");
    assertThat(client.with("If-None-Match", tag).get("/account").at("/name")).isEqualTo("Dev");
  }

  @Test
  void headIsGetWithoutItsBody() {
    Reply reply = client.send("HEAD", "/account", Optional.empty());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEmpty();
  }

  @Test
  void accountIsFoundByItsOwnNamesOnly() {
    Reply account = client.get("/account");
    for (String user : List.of("~", "dev@example.com", account.at("/id"))) {
      assertThat(client.get("/users/" + user).text()).isEqualTo(account.text());
    }
    assertThat(client.get("/users/otp@example.com").at("/resource")).isEqualTo("user");
  }

  @Test
  void rateLimitRunsOutAndRefills() {
    sandbox.setRateLimit("dev@example.com", 1);
    assertThat(client.get("/account").header("RateLimit-Remaining")).contains("0");

    Reply refused = client.get("/nowhere");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.error()).isEqualTo("rate_limit");
    assertThat(refused.header("RateLimit-Remaining")).contains("0");
    assertThat(refused.header("Retry-After")).isEmpty();
    assertThat(client.get("/account/rate-limits").json().path("remaining").asInt(-1)).isZero();

    clock.advance(Duration.ofMinutes(1));
    assertThat(client.get("/account/rate-limits").json().path("remaining").asInt()).isEqualTo(75);
    assertThat(client.get("/account").status()).isEqualTo(200);
  }

  @Test
  void requestsAtOnceLoseNothing() {
    List<CompletableFuture<Reply>> posts =
        IntStream.range(0, 40)
            .mapToObj(i -> "{\"description\":\"n" + i + "\"}")
            .map(
                body ->
                    CompletableFuture.supplyAsync(() -> client.post("/oauth/authorizations", body)))
            .toList();
    posts.forEach(post -> assertThat(post.join().status()).isEqualTo(201));
    assertThat(client.get("/oauth/authorizations").json().size()).isEqualTo(41);
    assertThat(client.get("/account/rate-limits").json().path("remaining").asInt())
        .isEqualTo(Choices.RATE_LIMIT - 41);
  }
}
