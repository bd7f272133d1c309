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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AuthorizationsTest {
  private static final String PATH = "/oauth/authorizations";

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
  void scopeAndLifetimeHaveDefaults() {
    Reply reply = client.post(PATH, "{\"description\":\"plain\"}");
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().path("scope")).isEqualTo(Json.array().add("global"));
    assertThat(reply.json().at("/access_token/expires_in").isNull()).isTrue();
  }

  @Test
  void lifetimeMayBeAStringOfDigits() {
    Reply reply = client.post(PATH, "{\"expires_in\":\"3600\"}");
    assertThat(reply.json().at("/access_token/expires_in").asInt()).isEqualTo(3600);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"scope\":[\"everything\"]}",
        "{\"scope\":[]}",
        "{\"scope\":\"global\"}",
        "{\"expires_in\":0}",
        "{\"expires_in\":\"soon\"}",
        "{\"expires_in\":-1}",
        "{\"description\":7}",
        "{\"client\":\"01234567-89ab-cdef-0123-456789abcdef\"}"
      })
  void valuesThatWillNotDoAreRefused(String body) {
    Reply reply = client.post(PATH, body);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.error()).isEqualTo("invalid_params");
  }

  @Test
  void listMasksTokens() {
    String token = create("other");

    Reply list = client.get(PATH);

    assertThat(list.text()).doesNotContain(token);
    assertThat(tokens(list))
        .contains(token.substring(0, 8) + "*".repeat(10) + token.substring(token.length() - 4))
        .hasSize(2);
  }

  @Test
  void ownAndDefaultAuthorizationAreShownWhole() {
    ApiClient other = client.withToken(create("other"));
    String ownId = idOf("other");

    String defaultToken = sandbox.accounts().main().defaultToken().orElseThrow();
    assertThat(other.get(PATH + "/~").at("/access_token/token")).isEqualTo(defaultToken);
    assertThat(other.get(PATH + "/" + ownId).at("/access_token/token")).doesNotContain("*");
    assertThat(client.get(PATH + "/" + ownId).at("/access_token/token")).contains("**********");
  }

  @Test
  void accountWithoutDefaultAuthorizationHasNone() {
    String token = sandbox.issueToken("otp@example.com", List.of("global"), Optional.empty());
    Reply reply = client.withToken(token).get(PATH + "/~");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.at("/resource")).isEqualTo("authorization");
  }

  @Test
  void descriptionCanBeChanged() {
    create("before");
    String id = idOf("before");
    assertThat(client.patch(PATH + "/" + id, "{\"description\":\"after\"}").status())
        .isEqualTo(200);
    assertThat(client.get(PATH + "/" + id).at("/description")).isEqualTo("after");
  }

  @Test
  void deletedAuthorizationIsDeadAtOnce() {
    String token = create("gone");
    String id = idOf("gone");

    Reply deleted = client.delete(PATH + "/" + id);

    assertThat(deleted.status()).isEqualTo(200);
    assertThat(deleted.at("/id")).isEqualTo(id);
    assertThat(client.withToken(token).get("/account").error()).isEqualTo("unauthorized");
    assertThat(client.delete(PATH + "/" + id).at("/resource")).isEqualTo("authorization");
  }

  @Test
  void regeneratedAuthorizationHasANewTokenAndItsOldId() {
    String old = create("turned");
    String id = idOf("turned");

    Reply reply = client.post(PATH + "/" + id + "/actions/regenerate-tokens");

    String fresh = reply.at("/access_token/token");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/id")).isEqualTo(id);
    assertThat(fresh).isNotEqualTo(old);
    assertThat(sandbox.isAlive(old)).isFalse();
    assertThat(sandbox.isAlive(fresh)).isTrue();
  }

  @Test
  void expiredTokenIsDeadAndStaysInTheList() {
    Reply made = client.post(PATH, "{\"description\":\"short\",\"expires_in\":60}");
    String token = made.at("/access_token/token");
    clock.advance(Duration.ofSeconds(59));
    assertThat(client.withToken(token).get("/account").status()).isEqualTo(200);

    clock.advance(Duration.ofSeconds(1));

    assertThat(client.withToken(token).get("/account").error()).isEqualTo("unauthorized");
    Reply shown = client.get(PATH + "/" + made.at("/id"));
    assertThat(shown.json().at("/access_token/expires_in").asInt(-1)).isZero();
  }

  @Test
  void otherAccountsAuthorizationIsUnknown() {
    String foreign = sandbox.issueToken("other@example.com", List.of("global"), Optional.empty());
    String id = sandbox.liveAuthorizations("other@example.com").get(0).id().toString();
    assertThat(client.delete(PATH + "/" + id).status()).isEqualTo(404);
    assertThat(sandbox.isAlive(foreign)).isTrue();
  }

  @Test
  void sessionsAreListedApartAndEndWithTheirToken() {
    ApiClient browser = client.withToken(sandbox.issueSession("dev@example.com"));
    assertThat(tokens(browser.get(PATH))).hasSize(1);
    Reply sessions = browser.get("/oauth/sessions");
    assertThat(sessions.json().size()).isEqualTo(1);

    assertThat(browser.delete("/oauth/sessions/~").at("/id")).isEqualTo(sessions.at("/0/id"));

    assertThat(browser.get("/account").status()).isEqualTo(401);
    assertThat(client.get("/oauth/sessions").json().size()).isZero();
  }

  @Test
  void passwordLoginHasNoSession() {
    Reply reply = client.delete("/oauth/sessions/~");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.at("/resource")).isEqualTo("session");
  }

  @Test
  void narrowScopeIsKeptTo() {
    ApiClient identity =
        client.withToken(
            sandbox.issueToken("dev@example.com", List.of("identity"), Optional.empty()));
    assertThat(identity.get("/account").status()).isEqualTo(200);
    assertThat(identity.get("/apps").error()).isEqualTo("forbidden");
    assertThat(identity.get(PATH).error()).isEqualTo("forbidden");
    assertThat(identity.post(PATH, "{}").error()).isEqualTo("forbidden");
  }

  private String create(String description) {
    Reply made = client.post(PATH, Json.write(Json.object().put("description", description)));
    return made.at("/access_token/token");
  }

  private String idOf(String description) {
    return sandbox.liveAuthorizations("dev@example.com").stream()
        .filter(live -> live.description().equals(description))
        .map(live -> live.id().toString())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> tokens(Reply list) {
    return list.json()
        .valueStream()
        .map(a -> a.at("/access_token/token"))
        .map(JsonNode::asString)
        .toList();
  }
}
