package dev.keyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.ApiClient.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlTest {
  private static final String DEV = "dev@example.com";
  private Sandbox sandbox;
  private ApiClient script;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults());
    script = ApiClient.of(sandbox);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void testsKillTokens() {
    String first = sandbox.issueToken(DEV, List.of("global"), Optional.of(Duration.ofHours(1)));
    String second = sandbox.issueToken(DEV, List.of("global"), Optional.empty());
    assertThat(sandbox.liveAuthorizations(DEV)).hasSize(3);

    assertThat(sandbox.expire(first)).isTrue();
    assertThat(sandbox.isAlive(first)).isFalse();
    assertThat(sandbox.expire(first)).isFalse();
    String third = sandbox.regenerate(second).orElseThrow();
    assertThat(sandbox.isAlive(second)).isFalse();
    assertThat(sandbox.revoke(third)).isTrue();
    assertThat(sandbox.liveAuthorizations(DEV)).hasSize(1);
    sandbox.revokeAll(DEV);
    assertThat(sandbox.liveAuthorizations(DEV)).isEmpty();
  }

  @Test
  void scriptsKillTokens() {
    String issued = script.post("/__sandbox/tokens", action("issue")).at("/0/token");
    assertThat(sandbox.isAlive(issued)).isTrue();

    Reply regenerated = script.post("/__sandbox/tokens", action("regenerate"));
    assertThat(regenerated.json().size()).isEqualTo(2);
    assertThat(sandbox.isAlive(issued)).isFalse();
    assertThat(sandbox.isAlive(regenerated.at("/1/token"))).isTrue();

    String id = regenerated.at("/1/id");
    String one = "{\"action\":\"expire\",\"email\":\"" + DEV + "\",\"id\":\"" + id + "\"}";
    assertThat(script.post("/__sandbox/tokens", one).at("/0/id")).isEqualTo(id);
    assertThat(script.get("/__sandbox/tokens?email=dev%40example.com").json().size()).isEqualTo(1);
    assertThat(script.post("/__sandbox/tokens", action("revoke")).json().size()).isEqualTo(1);
    assertThat(sandbox.liveAuthorizations(DEV)).isEmpty();
  }

  @Test
  void scriptsIssueTokensOfAnyScopeAndLife() {
    String body =
        "{\"action\":\"issue\",\"email\":\"dev@example.com\",\"scope\":[\"identity\"],\"expires_in\":60}";
    String token = script.post("/__sandbox/tokens", body).at("/0/token");
    assertThat(script.withToken(token).get("/apps").error()).isEqualTo("forbidden");
    assertThat(sandbox.liveAuthorizations(DEV).get(1).expiresAt()).isPresent();
  }

  @Test
  void limitCanBeLiftedAndSetAgain() {
    String token = sandbox.accounts().main().defaultToken().orElseThrow();
    String lift = "{\"email\":\"dev@example.com\",\"unlimited\":true}";
    sandbox.setRateLimit(DEV, 0);
    assertThat(script.withToken(token).get("/account").status()).isEqualTo(429);
    assertThat(script.post("/__sandbox/rate-limit", lift).status()).isEqualTo(200);
    assertThat(script.withToken(token).get("/account").status()).isEqualTo(200);
    sandbox.setRateLimit(DEV, 0);
    assertThat(script.withToken(token).get("/account").status()).isEqualTo(429);
  }

  @Test
  void scriptsAskForACodeSuspendAndLimit() {
    Reply code = script.get("/__sandbox/code?email=otp@example.com");
    assertThat(code.at("/code")).matches("\\d{6}");
    script.post("/__sandbox/rate-limit", "{\"email\":\"" + DEV + "\",\"remaining\":0}");
    assertThat(ApiClient.loggedIn(sandbox).get("/account").status()).isEqualTo(429);
    script.post("/__sandbox/suspend", "{\"email\":\"" + DEV + "\"}");
    assertThat(ApiClient.loggedIn(sandbox).get("/account").error()).isEqualTo("suspended");
  }

  @Test
  void callsThatMakeNoSenseAreRefused() {
    assertThat(script.post("/__sandbox/tokens", action("paint")).status()).isEqualTo(422);
    assertThat(script.get("/__sandbox/tokens?email=nobody@example.com").status()).isEqualTo(422);
    assertThat(script.get("/__sandbox/tokens").status()).isEqualTo(422);
    assertThat(script.get("/__sandbox/code?email=" + DEV).status()).isEqualTo(422);
    assertThat(script.get("/__sandbox/nothing").status()).isEqualTo(404);
  }

  private static String action(String action) {
    return Json.write(Json.object().put("action", action).put("email", DEV));
  }
}
