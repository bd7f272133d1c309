package dev.keyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.ApiClient.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LegacyApiTest {
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBmBYQ2dsqHeAfmXXEiXtaYBnJVfL0L1vVYwgpWvl2vW me@laptop";

  private Sandbox sandbox;
  private ApiClient client;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults());
    client = ApiClient.of(sandbox).with("Accept", "application/json");
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void passwordBecomesTheApiKey() {
    SeededAccount main = sandbox.accounts().main();
    Reply reply = logIn(client, main);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(Optional.of(reply.at("/api_key"))).isEqualTo(main.defaultToken());

    sandbox.revokeAll(main.email());
    String fresh = logIn(client, main).at("/api_key");
    assertThat(sandbox.isAlive(fresh)).isTrue();
    assertThat(logIn(client, main).at("/api_key")).isEqualTo(fresh);
    assertThat(client.withBasic("", fresh).get("/account").status()).isEqualTo(200);
  }

  @Test
  void secondFactorComesInTheHeader() {
    SeededAccount otp = sandbox.accounts().otp();
    Reply asked = logIn(client, otp);
    assertThat(asked.status()).isEqualTo(403);
    assertThat(asked.header("Heroku-Two-Factor-Required")).contains("true");
    assertThat(asked.json().propertyNames()).containsExactly("error");

    Reply wrong = logIn(client.with("Heroku-Two-Factor-Code", "000"), otp);
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.error()).isEqualTo("invalid_two_factor_code");
    ApiClient withCode = client.with("Heroku-Two-Factor-Code", sandbox.code(otp.email()));
    assertThat(logIn(withCode, otp).status()).isEqualTo(200);
  }

  @Test
  void refusalsAreInTheFormOfThatTime() {
    Reply wrong = client.submit("/login", Map.of("username", "dev@example.com"));
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.at("/error")).isEqualTo("Login failed.");
    assertThat(logIn(client, sandbox.accounts().mfa()).status()).isEqualTo(403);
    assertThat(logIn(client, sandbox.accounts().suspended()).at("/error")).contains("suspended");
    assertThat(client.get("/user/keys").status()).isEqualTo(401);
    assertThat(client.get("/login").status()).isEqualTo(404);
    String narrow = sandbox.issueToken("dev@example.com", List.of("identity"), Optional.empty());
    assertThat(client.withBasic("", narrow).get("/user/keys").status()).isEqualTo(403);
    sandbox.setRateLimit("dev@example.com", 0);
    assertThat(client.withBasic("", narrow).get("/user/keys").status()).isEqualTo(429);
  }

  @Test
  void keysAreAddedListedAndRemoved() {
    String token = sandbox.accounts().main().defaultToken().orElseThrow();
    ApiClient old = client.withBasic("", token);
    assertThat(old.send("POST", "/user/keys", Optional.of(KEY + "\n")).status()).isEqualTo(200);
    assertThat(old.send("POST", "/user/keys", Optional.of(KEY)).status()).isEqualTo(422);
    assertThat(old.get("/user/keys").at("/0/contents")).isEqualTo(KEY);
    assertThat(old.get("/user/keys").at("/0/email")).isEqualTo("me@laptop");
    assertThat(ApiClient.loggedIn(sandbox).get("/account/keys").at("/0/comment"))
        .isEqualTo("me@laptop");

    assertThat(old.delete("/user/keys/nobody").status()).isEqualTo(404);
    assertThat(old.delete("/user/keys/me%40laptop").status()).isEqualTo(200);
    assertThat(old.get("/user/keys").json()).isEmpty();
    old.send("POST", "/user/keys", Optional.of(KEY));
    assertThat(old.delete("/user/keys").status()).isEqualTo(200);
    assertThat(old.get("/user/keys").json()).isEmpty();
  }

  private static Reply logIn(ApiClient client, SeededAccount account) {
    return client.submit(
        "/login", Map.of("username", account.email(), "password", account.password()));
  }
}
