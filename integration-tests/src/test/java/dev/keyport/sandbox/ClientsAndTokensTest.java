package dev.keyport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.sandbox.ApiClient.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class ClientsAndTokensTest {
  private static final String CLIENTS = "/oauth/clients";

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
  void everyoneMaySeeAClientAndOnlyItsOwnerItsSecret() {
    Reply made = register("https://example.com/callback");
    assertThat(made.status()).isEqualTo(201);
    String path = CLIENTS + "/" + made.at("/id");

    Reply stranger = ApiClient.of(sandbox).get(path);
    assertThat(stranger.at("/name")).isEqualTo("tool");
    assertThat(stranger.json().has("secret")).isFalse();
    assertThat(client.get(path).at("/secret")).isEqualTo(made.at("/secret"));
    String other = sandbox.issueToken("other@example.com", List.of("global"), Optional.empty());
    assertThat(client.withToken(other).get(path).json().has("secret")).isFalse();
    assertThat(client.withToken(other).delete(path).at("/resource")).isEqualTo("client");
  }

  @Test
  void clientIsChangedRotatedAndDeleted() {
    Reply made = register("http://localhost:5000/cb");
    String path = CLIENTS + "/" + made.at("/id");

    assertThat(client.patch(path, "{\"name\":\"renamed\"}").at("/name")).isEqualTo("renamed");
    Reply rotated = client.post(path + "/actions/rotate-credentials");
    assertThat(rotated.at("/secret")).isNotEqualTo(made.at("/secret"));
    assertThat(client.get(CLIENTS).json().size()).isEqualTo(1);
    assertThat(client.delete(path).at("/name")).isEqualTo("renamed");
    assertThat(client.get(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://example.com/", "ftp://localhost/", "https://", "not a url", "http:///x"})
  void redirectMustBeSafe(String uri) {
    assertThat(register(uri).error()).isEqualTo("invalid_params");
  }

  @Test
  void grantIsExchangedOnceAndItsTokensRefreshed() {
    Reply registered = register("https://example.com/");
    String secret = registered.at("/secret");
    Reply granted = client.post("/oauth/authorizations", body("client", registered.at("/id")));
    assertThat(granted.json().path("access_token").isNull()).isTrue();
    String code = granted.at("/grant/code");

    assertThat(exchange("authorization_code", code, "", "wrong").status()).isEqualTo(401);
    Reply first = exchange("authorization_code", code, "", secret);
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.json().at("/access_token/expires_in").asInt()).isEqualTo(28_800);
    assertThat(exchange("authorization_code", code, "", secret).status()).isEqualTo(401);
    String access = first.at("/access_token/token");
    String refresh = first.at("/refresh_token/token");
    assertThat(client.withToken(access).get("/account").status()).isEqualTo(200);

    Reply second = exchange("refresh_token", "", refresh, secret);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.at("/refresh_token/token")).isEqualTo(refresh);
    assertThat(sandbox.isAlive(access)).isFalse();
    String newest = second.at("/access_token/token");
    assertThat(sandbox.isAlive(newest)).isTrue();

    assertThat(client.delete("/oauth/tokens/" + second.at("/id")).status()).isEqualTo(200);
    assertThat(sandbox.isAlive(newest)).isFalse();
    client.delete(CLIENTS + "/" + registered.at("/id"));
    assertThat(exchange("refresh_token", "", refresh, secret).status()).isEqualTo(401);
  }

  @Test
  void exchangeNeedsAKnownGrant() {
    assertThat(exchange("password", "", "", "").error()).isEqualTo("invalid_params");
    assertThat(client.post("/oauth/tokens", "{}").error()).isEqualTo("invalid_params");
  }

  private Reply register(String uri) {
    return client.post(
        CLIENTS, Json.write(Json.object().put("name", "tool").put("redirect_uri", uri)));
  }

  private Reply exchange(String type, String code, String refresh, String secret) {
    ObjectNode body = Json.object();
    body.set("client", Json.object().put("secret", secret));
    body.set("grant", Json.object().put("code", code).put("type", type));
    body.set("refresh_token", Json.object().put("token", refresh));
    return ApiClient.of(sandbox).post("/oauth/tokens", Json.write(body));
  }

  private static String body(String field, String value) {
    return Json.write(Json.object().put(field, value));
  }
}
