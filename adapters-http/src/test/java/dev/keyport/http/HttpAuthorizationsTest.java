package dev.keyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.Authorization;
import dev.keyport.domain.auth.NewAuthorization;
import dev.keyport.domain.authorizations.AuthorizationChange;
import dev.keyport.domain.authorizations.AuthorizationsApi;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAuthorizationsTest {
  private static final String ONE = "/oauth/authorizations/" + Fixtures.ID;
  private static final String WHOLE =
      "{\"id\":\""
          + Fixtures.ID
          + "\",\"description\":\"ci\\u001b[2J\",\"access_token\":{\"expires_in\":60,\"id\":\"t\","
          + "\"token\":\"HRKU-new\"},\"client\":{\"id\":\"c\",\"name\":\"app\",\"x\":1},"
          + "\"grant\":null,\"scope\":[\"read\",\"identity\"],\"unknown\":[[{}]],"
          + "\"updated_at\":\"2026-01-01T12:00:00Z\"}";

  private final MockWebServer server = new MockWebServer();
  private final HerokuApi heroku;
  private final AuthorizationsApi api;

  HttpAuthorizationsTest() throws IOException {
    server.start();
    heroku = Fixtures.api(server);
    api = heroku.authorizationsApi();
  }

  @AfterEach
  void close() {
    heroku.close();
    server.close();
  }

  private static String body(RecordedRequest request) {
    ByteString bytes = request.getBody();
    return bytes == null ? "" : bytes.utf8();
  }

  @Test
  void readEveryField() throws Exception {
    server.enqueue(Fixtures.json(200, WHOLE));

    assertThat(api.authorization(Fixtures.token(), Fixtures.ID))
        .isEqualTo(
            new Authorization(
                Fixtures.ID,
                "ci [2J",
                Optional.of(Secret.of("HRKU-new")),
                Optional.of(Duration.ofMinutes(1)),
                List.of("read", "identity"),
                Optional.of("app"),
                Optional.of(Instant.parse("2026-01-01T12:00:00Z"))));
    assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET " + ONE + " HTTP/1.1");
  }

  @Test
  void makeOneWithAToken() throws Exception {
    server.enqueue(Fixtures.json(201, WHOLE));
    server.enqueue(Fixtures.json(201, WHOLE));

    Authorization made =
        heroku.createAuthorization(
            Fixtures.token(),
            new NewAuthorization("ci", List.of("read"), Optional.of(Duration.ofHours(1))));
    heroku.createAuthorization(
        Fixtures.token(), new NewAuthorization("", List.of(), Optional.empty()));

    assertThat(made.token()).contains(Secret.of("HRKU-new"));
    RecordedRequest request = server.takeRequest();
    assertThat(request.getRequestLine()).isEqualTo("POST /oauth/authorizations HTTP/1.1");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + Fixtures.TOKEN);
    assertThat(body(request))
        .isEqualTo("{\"description\":\"ci\",\"expires_in\":3600,\"scope\":[\"read\"]}");
    assertThat(body(server.takeRequest())).isEqualTo("{\"scope\":[\"global\"]}");
  }

  @Test
  void sendOnlyWhatIsToChange() throws Exception {
    server.enqueue(Fixtures.json(200, WHOLE));
    server.enqueue(Fixtures.json(200, WHOLE));

    api.update(
        Fixtures.token(),
        Fixtures.ID,
        new AuthorizationChange(Optional.of("renamed"), Optional.empty()));
    api.update(
        Fixtures.token(),
        Fixtures.ID,
        new AuthorizationChange(
            Optional.empty(),
            Optional.of(new AuthorizationChange.Client("c", Secret.of(Fixtures.CLIENT_SECRET)))));

    RecordedRequest request = server.takeRequest();
    assertThat(request.getRequestLine()).isEqualTo("PATCH " + ONE + " HTTP/1.1");
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    assertThat(body(request)).isEqualTo("{\"description\":\"renamed\"}");
    assertThat(body(server.takeRequest()))
        .contains("\"client\":{")
        .contains("\"secret\":\"" + Fixtures.CLIENT_SECRET + "\"")
        .doesNotContain("description");
  }

  @Test
  void regenerateWithoutABody() throws Exception {
    server.enqueue(Fixtures.json(200, WHOLE));

    assertThat(api.regenerate(Fixtures.token(), Fixtures.ID).token())
        .contains(Secret.of("HRKU-new"));

    RecordedRequest request = server.takeRequest();
    assertThat(request.getRequestLine())
        .isEqualTo("POST " + ONE + "/actions/regenerate-tokens HTTP/1.1");
    assertThat(request.getHeaders().get("Content-Type")).isNull();
    assertThat(request.getHeaders().get("Content-Length")).isEqualTo("0");
  }

  @Test
  void sendNothingTwiceButGets() {
    server.enqueue(Fixtures.json(503, Fixtures.error("down", "down")));

    assertThatThrownBy(() -> api.regenerate(Fixtures.token(), Fixtures.ID))
        .isInstanceOf(ApiException.Broken.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void tellWhyOneCantBeRegenerated() {
    server.enqueue(Fixtures.json(403, Fixtures.error("forbidden", "Only direct ones.")));

    assertThatThrownBy(() -> api.regenerate(Fixtures.token(), Fixtures.ID))
        .isInstanceOf(ApiException.Forbidden.class)
        .hasMessageContaining("Only direct ones");
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "", "..", "a/b", "a?b"})
  void sendNothingForWhatIsNoId(String id) {
    assertThatThrownBy(() -> api.authorization(Fixtures.token(), id))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> api.regenerate(Fixtures.token(), id))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(
            () ->
                api.update(
                    Fixtures.token(),
                    id,
                    new AuthorizationChange(Optional.of("x"), Optional.empty())))
        .isInstanceOf(UsageException.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"id\":\"a\",\"scope\":\"global\"}",
        "{\"id\":\"a\",\"scope\":[1]}",
        "{\"id\":\"a\",\"scope\":{}}",
        "{\"id\":\"a\",\"client\":\"c\"}",
        "{\"id\":\"a\",\"client\":{\"name\":[]}}",
        "{\"id\":\"a\",\"updated_at\":\"yesterday\"}",
        "{\"id\":\"a\",\"updated_at\":7}",
        "{\"id\":\"a\",\"scope\":[],\"scope\":[]}",
        "{\"id\":\"a\",\"access_token\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}"
      })
  void refuseWhatIsNoAuthorization(String body) {
    server.enqueue(Fixtures.json(200, body));
    server.enqueue(Fixtures.json(200, body));

    assertThatThrownBy(() -> api.authorization(Fixtures.token(), Fixtures.ID))
        .isInstanceOf(ApiException.Broken.class);
    assertThatThrownBy(
            () ->
                api.update(
                    Fixtures.token(),
                    Fixtures.ID,
                    new AuthorizationChange(Optional.of("x"), Optional.empty())))
        .isInstanceOf(ApiException.Broken.class);
  }

  @Test
  void refuseANewTokenThatIsNone() {
    server.enqueue(Fixtures.json(200, "{\"id\":\"a\",\"access_token\":{\"token\":\"HRKU-a b\"}}"));

    assertThatThrownBy(() -> api.regenerate(Fixtures.token(), Fixtures.ID))
        .isInstanceOf(ApiException.Broken.class);
  }
}
