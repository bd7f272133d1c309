package dev.keyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.apps.App;
import dev.keyport.domain.auth.Account;
import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.Authorization;
import dev.keyport.domain.auth.PasswordLogin;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.keys.AccountKey;
import dev.keyport.domain.keys.SshPublicKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HerokuApiTest {
  private static final String KEY =
      "ssh-ed25519"
          + " AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f ada@box";

  private final MockWebServer server = new MockWebServer();
  private HerokuApi api;

  HerokuApiTest() throws IOException {
    server.start();
    api = Fixtures.api(server);
  }

  @BeforeEach
  void ready() {
    assertThat(server.getRequestCount()).isZero();
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  @Test
  void askForTheAccount() throws Exception {
    server.enqueue(Fixtures.json(200, Fixtures.ACCOUNT));

    assertThat(api.account(Fixtures.token()))
        .isEqualTo(new Account(Fixtures.ID, "ada@example.com", true));

    RecordedRequest request = server.takeRequest();
    assertThat(request.getRequestLine()).isEqualTo("GET /account HTTP/1.1");
    assertThat(request.getHeaders().get("Accept"))
        .isEqualTo("application/vnd.heroku+json; version=3");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + Fixtures.TOKEN);
    assertThat(request.getHeaders().get("User-Agent")).isEqualTo("keyport/test");
    assertThat(request.getHeaders().get("Request-Id"))
        .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(request.getHeaders().get("Range")).isNull();
    assertThat(request.getHeaders().get("Heroku-Two-Factor-Code")).isNull();
  }

  @Test
  void logInWithPassword() throws Exception {
    server.enqueue(Fixtures.json(201, authorization("\"HRKU-new\"", "2591999")));

    Authorization made = api.createAuthorization(Fixtures.login());

    assertThat(made.id()).isEqualTo(Fixtures.ID);
    assertThat(made.token()).contains(Secret.of("HRKU-new"));
    assertThat(made.expiresIn()).contains(Duration.ofSeconds(2_591_999));
    RecordedRequest request = server.takeRequest();
    assertThat(request.getRequestLine()).isEqualTo("POST /oauth/authorizations HTTP/1.1");
    assertThat(request.getHeaders().get("Authorization"))
        .isEqualTo(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString(
                        ("ada@example.com:" + Fixtures.PASSWORD).getBytes(StandardCharsets.UTF_8)));
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(body(request))
        .isEqualTo(
            "{\"description\":\"Keyport on box\",\"expires_in\":2592000,\"scope\":[\"global\"]}");
  }

  @Test
  void leaveOutWhatIsNotAskedFor() throws Exception {
    server.enqueue(Fixtures.json(201, authorization("\"HRKU-new\"", "null")));

    Authorization made =
        api.createAuthorization(
            new PasswordLogin(
                "ada@example.com", Secret.of("x"), Optional.empty(), "", Optional.empty()));

    assertThat(made.expiresIn()).isEmpty();
    assertThat(body(server.takeRequest())).isEqualTo("{\"scope\":[\"global\"]}");
  }

  @Test
  void sendTheSecondFactor() throws Exception {
    server.enqueue(Fixtures.json(201, authorization("\"HRKU-new\"", "\"3600\"")));

    Authorization made =
        api.createAuthorization(Fixtures.login().withSecondFactor(Secret.of("123456")));

    assertThat(made.expiresIn()).contains(Duration.ofHours(1));
    assertThat(server.takeRequest().getHeaders().get("Heroku-Two-Factor-Code")).isEqualTo("123456");
  }

  @Test
  void listAuthorizationsOfEveryPage() throws Exception {
    server.enqueue(
        Fixtures.answer(206, "[" + authorization("\"HRKU-abc**********wxyz\"", "null") + "]")
            .setHeader("Next-Range", "id ]" + Fixtures.ID + "..; max=1")
            .build());
    server.enqueue(
        Fixtures.json(200, "[{\"id\":\"b\",\"access_token\":null,\"description\":null}]"));

    List<Authorization> all = api.authorizations(Fixtures.token());

    assertThat(all).extracting(Authorization::id).containsExactly(Fixtures.ID, "b");
    assertThat(all.get(1).token()).isEmpty();
    assertThat(server.takeRequest().getHeaders().get("Range")).isNull();
    RecordedRequest second = server.takeRequest();
    assertThat(second.getHeaders().get("Range")).isEqualTo("id ]" + Fixtures.ID + "..; max=1");
    assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer " + Fixtures.TOKEN);
    assertThat(second.getConnectionIndex()).isZero();
    assertThat(second.getExchangeIndex()).isEqualTo(1);
  }

  @Test
  void findTheDefaultAuthorization() throws Exception {
    server.enqueue(Fixtures.json(200, authorization("\"HRKU-default\"", "null")));

    assertThat(api.defaultAuthorization(Fixtures.token()))
        .get()
        .extracting(Authorization::id)
        .isEqualTo(Fixtures.ID);
    assertThat(server.takeRequest().getRequestLine())
        .isEqualTo("GET /oauth/authorizations/~ HTTP/1.1");
  }

  @Test
  void haveNoDefaultAuthorization() {
    server.enqueue(Fixtures.json(404, missing("authorization")));

    assertThat(api.defaultAuthorization(Fixtures.token())).isEmpty();
  }

  @Test
  void tellAnUnknownPathFromNoDefault() {
    server.enqueue(Fixtures.json(404, Fixtures.error("not_found", "no such page")));

    assertThatThrownBy(() -> api.defaultAuthorization(Fixtures.token()))
        .isInstanceOf(ApiException.NotFound.class);
  }

  @Test
  void revokeAnAuthorization() throws Exception {
    server.enqueue(Fixtures.json(200, authorization("null", "null")));

    api.revokeAuthorization(Fixtures.token(), Fixtures.ID);

    assertThat(server.takeRequest().getRequestLine())
        .isEqualTo("DELETE /oauth/authorizations/" + Fixtures.ID + " HTTP/1.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "", ".", "..", "a/b", "a?b", "a b", "é", "a\nb"})
  void sendNothingForWhatIsNoId(String id) {
    assertThatThrownBy(() -> api.revokeAuthorization(Fixtures.token(), id))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> api.removeKey(Fixtures.token(), id))
        .isInstanceOf(UsageException.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void endOwnSession() throws Exception {
    server.enqueue(Fixtures.json(200, "{\"id\":\"s\"}"));

    assertThat(api.endOwnSession(Fixtures.token())).isTrue();
    assertThat(server.takeRequest().getRequestLine())
        .isEqualTo("DELETE /oauth/sessions/~ HTTP/1.1");
  }

  @Test
  void haveNoSessionToEnd() {
    server.enqueue(Fixtures.json(404, missing("session")));

    assertThat(api.endOwnSession(Fixtures.token())).isFalse();
  }

  @Test
  void notTakeAnother404ForNoSession() {
    server.enqueue(Fixtures.json(404, missing("sessions")));

    assertThatThrownBy(() -> api.endOwnSession(Fixtures.token()))
        .isInstanceOf(ApiException.NotFound.class);
  }

  @Test
  void notTakeAPageForAnEndedSession() {
    server.enqueue(
        Fixtures.answer(200, "<html>Welcome to the hotel</html>")
            .setHeader("Content-Type", "text/html")
            .build());

    assertThatThrownBy(() -> api.endOwnSession(Fixtures.token()))
        .isInstanceOf(ApiException.Broken.class);
  }

  @Test
  void listKeys() {
    server.enqueue(Fixtures.json(200, "[" + key("\"ada@box\"") + "," + key("null") + "]"));

    assertThat(api.keys(Fixtures.token()))
        .containsExactly(
            new AccountKey(Fixtures.ID, KEY, "ada@box", "aa:bb"),
            new AccountKey(Fixtures.ID, KEY, "", "aa:bb"));
  }

  @Test
  void addAKey() throws Exception {
    server.enqueue(Fixtures.json(201, key("\"ada@box\"")));

    assertThat(api.addKey(Fixtures.token(), SshPublicKey.parse(KEY, "test")).comment())
        .isEqualTo("ada@box");
    RecordedRequest request = server.takeRequest();
    assertThat(request.getRequestLine()).isEqualTo("POST /account/keys HTTP/1.1");
    assertThat(body(request)).isEqualTo("{\"public_key\":\"" + KEY + "\"}");
  }

  @Test
  void removeAKey() throws Exception {
    server.enqueue(Fixtures.json(200, key("null")));

    api.removeKey(Fixtures.token(), "aa:bb");

    RecordedRequest request = server.takeRequest();
    assertThat(request.getRequestLine()).isEqualTo("DELETE /account/keys/aa:bb HTTP/1.1");
    assertThat(request.getHeaders().get("Content-Type")).isNull();
  }

  @Test
  void listAppsByName() throws Exception {
    server.enqueue(
        Fixtures.answer(206, "[" + app("zebra", "\"https://z.example.com/\"") + "]")
            .setHeader("Next-Range", "name ]zebra..; max=1")
            .build());
    server.enqueue(Fixtures.json(200, "[" + app("ant", "null") + "]"));

    assertThat(api.apps(Fixtures.token()))
        .containsExactly(
            new App(
                Fixtures.ID, "ant", "ada@example.com", "eu", "https://git.example.com/ant.git", ""),
            new App(
                Fixtures.ID,
                "zebra",
                "ada@example.com",
                "eu",
                "https://git.example.com/zebra.git",
                "https://z.example.com/"));
    assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET /apps HTTP/1.1");
  }

  private static String authorization(String token, String expiresIn) {
    return "{\"id\":\""
        + Fixtures.ID
        + "\",\"description\":\"d\",\"access_token\":{\"expires_in\":"
        + expiresIn
        + ",\"id\":\"t\",\"token\":"
        + token
        + "}}";
  }

  private static String key(String comment) {
    return "{\"id\":\""
        + Fixtures.ID
        + "\",\"public_key\":\""
        + KEY
        + "\",\"comment\":"
        + comment
        + ",\"fingerprint\":\"aa:bb\"}";
  }

  private static String app(String name, String webUrl) {
    return "{\"id\":\""
        + Fixtures.ID
        + "\",\"name\":\""
        + name
        + "\",\"owner\":{\"email\":\"ada@example.com\"},\"region\":{\"name\":\"eu\"},"
        + "\"git_url\":\"https://git.example.com/"
        + name
        + ".git\",\"web_url\":"
        + webUrl
        + "}";
  }

  private static String missing(String resource) {
    return "{\"id\":\"not_found\",\"message\":\"Couldn't find that.\",\"resource\":\""
        + resource
        + "\"}";
  }

  private static String body(RecordedRequest request) {
    ByteString bytes = request.getBody();
    return bytes == null ? "" : bytes.utf8();
  }
}
