package dev.keyport.http;

import dev.keyport.domain.auth.PasswordLogin;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.settings.Machine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** What the tests share. */
final class Fixtures {
  static final String TOKEN = "HRKU-canary-token-2b1c0e7a";
  static final String PASSWORD = "canary pässword/7f?";
  static final String CODE = "canary-code-918273";
  static final String CLIENT_SECRET = "canary-client-secret-5e1f";
  static final String ID = "01234567-89ab-cdef-0123-456789abcdef";
  static final String ACCOUNT =
      "{\"id\":\""
          + ID
          + "\",\"email\":\"ada@example.com\",\"two_factor_authentication\":true,"
          + "\"unknown\":{\"a\":[1]}}";

  private Fixtures() {}

  static Secret token() {
    return Secret.of(TOKEN);
  }

  static PasswordLogin login() {
    return new PasswordLogin(
        "ada@example.com",
        Secret.of(PASSWORD),
        Optional.empty(),
        "Keyport on box",
        Optional.of(Duration.ofDays(30)));
  }

  static Machine machine(Map<String, String> environment) {
    return new Machine(environment, Path.of("/nowhere"), "Linux");
  }

  static HttpSettings settings(URI base, Map<String, String> environment) {
    return new HttpSettings(
        base, Duration.ofSeconds(20), "keyport/test", machine(environment), Optional.empty());
  }

  static HerokuApi api(MockWebServer server) {
    return new HerokuApi(
        settings(server.url("/").uri(), Map.of()), notice -> {}, new RecordedPauses());
  }

  static MockResponse json(int status, String body) {
    return answer(status, body).build();
  }

  static MockResponse.Builder answer(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .setHeader("Request-Id", "req-1")
        .body(body);
  }

  static String error(String id, String message) {
    return "{\"id\":\"" + id + "\",\"message\":\"" + message + "\"}";
  }

  /** Notes how long it should have waited, and doesn't. */
  static final class RecordedPauses implements Pause {
    final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void sleep(Duration time) {
      pauses.add(time);
    }
  }
}
