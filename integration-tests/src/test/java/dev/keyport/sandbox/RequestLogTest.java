package dev.keyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestLogTest {
  private Sandbox sandbox;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults());
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void requestIsLoggedWithItsStatus() {
    ApiClient.loggedIn(sandbox).get("/apps?x=1");
    ApiClient.of(sandbox).post("/oauth/authorizations", "{\"description\":\"d\"}");

    List<LoggedRequest> requests = sandbox.requests();
    assertThat(requests).extracting(LoggedRequest::status).containsExactly(200, 401);
    assertThat(requests)
        .extracting(LoggedRequest::path)
        .containsExactly("/apps", "/oauth/authorizations");
    assertThat(requests.get(0).query()).isEqualTo("x=1");
    assertThat(requests.get(0).headers())
        .containsEntry("accept", List.of("application/vnd.heroku+json; version=3"));
    assertThat(requests.get(1).body().path("description").asString()).isEqualTo("d");
    assertThat(requests).extracting(LoggedRequest::server).containsOnly("api");
  }

  @Test
  void noSecretIsInTheLog() {
    SeededAccount otp = sandbox.accounts().otp();
    String code = sandbox.code(otp.email());
    ApiClient.of(sandbox)
        .withBasic(otp.email(), otp.password())
        .with("Heroku-Two-Factor-Code", code)
        .post("/oauth/authorizations?token=query-secret", "{\"client\":{\"secret\":\"in-body\"}}");
    ApiClient client = ApiClient.loggedIn(sandbox).with("Heroku-Password", "in-header");
    client.post(
        "/oauth/tokens",
        "{\"grant\":{\"code\":[\"in-list\"]},\"refresh_token\":{\"token\":12345678}}");
    client.post("/account/keys", "not json: in-text");
    client.with("Authorization", "odd-secret").get("/account");

    String log = ApiClient.of(sandbox).get("/__sandbox/requests").text();
    String token = sandbox.accounts().main().defaultToken().orElseThrow();

    assertThat(log)
        .doesNotContain(token, code, otp.password(), "query-secret", "odd-secret", "12345678")
        .doesNotContain("in-body", "in-header", "in-list", "in-text")
        .contains(
            LoggedRequest.hashOf("in-body"),
            LoggedRequest.hashOf("in-header"),
            LoggedRequest.hashOf(code),
            "Basic " + LoggedRequest.hashOf(otp.password()),
            "Bearer " + LoggedRequest.hashOf(token));
  }

  @Test
  void controlCallsAreNotLoggedAndTheLogCanBeCleared() {
    ApiClient client = ApiClient.loggedIn(sandbox);
    client.get("/account");
    assertThat(client.get("/__sandbox/requests").json().size()).isEqualTo(1);
    assertThat(client.delete("/__sandbox/requests").status()).isEqualTo(200);
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void oldestEntryMakesRoom() {
    RequestLog log = new RequestLog(Clock.systemUTC());
    byte[] none = "".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i <= RequestLog.CAPACITY; i++) {
      log.add("api", new ApiRequest("GET", URI.create("/" + i), new Headers(), none), 200);
    }
    assertThat(log.list()).hasSize(RequestLog.CAPACITY);
    assertThat(log.list().get(0).path()).isEqualTo("/1");
  }
}
