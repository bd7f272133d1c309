package dev.keyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.authorizations.ClientChange;
import dev.keyport.domain.authorizations.ClientsApi;
import dev.keyport.domain.authorizations.OAuthClient;
import dev.keyport.domain.authorizations.Session;
import dev.keyport.domain.authorizations.SessionsApi;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OAuth clients and browser sessions. */
class HttpClientsTest {
  private static final String ONE = "/oauth/clients/" + Fixtures.ID;
  private static final String CLIENT =
      "{\"id\":\""
          + Fixtures.ID
          + "\",\"name\":\"app\",\"redirect_uri\":\"https://a.example/\",\"secret\":\""
          + Fixtures.CLIENT_SECRET
          + "\",\"ignores_delinquent\":null,\"created_at\":\"2026-01-01T12:00:00Z\","
          + "\"updated_at\":\"2026-01-02T12:00:00Z\",\"unknown\":[[]]}";
  private static final String SESSION =
      "{\"id\":\""
          + Fixtures.ID
          + "\",\"description\":null,\"expires_in\":60,\"created_at\":null,\"more\":{}}";

  private final MockWebServer server = new MockWebServer();
  private final HerokuApi heroku;
  private final ClientsApi clients;
  private final SessionsApi sessions;

  HttpClientsTest() throws IOException {
    server.start();
    heroku = Fixtures.api(server);
    clients = heroku.clientsApi();
    sessions = heroku.sessionsApi();
  }

  @AfterEach
  void close() {
    heroku.close();
    server.close();
  }

  private RecordedRequest taken(String line) throws InterruptedException {
    RecordedRequest request = server.takeRequest();
    assertThat(request.getRequestLine()).isEqualTo(line + " HTTP/1.1");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + Fixtures.TOKEN);
    return request;
  }

  private static String body(RecordedRequest request) {
    ByteString bytes = request.getBody();
    return bytes == null ? "" : bytes.utf8();
  }

  @Test
  void readEveryFieldOfAClient() throws Exception {
    server.enqueue(Fixtures.json(200, CLIENT));

    assertThat(clients.client(Fixtures.token(), Fixtures.ID))
        .isEqualTo(
            new OAuthClient(
                Fixtures.ID,
                "app",
                "https://a.example/",
                Optional.of(Secret.of(Fixtures.CLIENT_SECRET)),
                Optional.of(Instant.parse("2026-01-01T12:00:00Z")),
                Optional.of(Instant.parse("2026-01-02T12:00:00Z"))));
    taken("GET " + ONE);
  }

  @Test
  void readAClientWithoutSecret() {
    server.enqueue(
        Fixtures.json(200, "{\"id\":\"a\",\"name\":\"b\",\"redirect_uri\":\"https://c/\"}"));

    assertThat(clients.client(Fixtures.token(), "a").secret()).isEmpty();
  }

  @Test
  void listClientsOfEveryPage() throws Exception {
    server.enqueue(
        Fixtures.answer(206, "[" + CLIENT + "]").setHeader("Next-Range", "id ]a..").build());
    server.enqueue(Fixtures.json(200, "[" + CLIENT + "]"));

    assertThat(clients.clients(Fixtures.token())).hasSize(2);
    taken("GET /oauth/clients");
    assertThat(taken("GET /oauth/clients").getHeaders().get("Range")).isEqualTo("id ]a..");
  }

  @Test
  void makeChangeRotateAndRemoveAClient() throws Exception {
    for (int i = 0; i < 4; i++) {
      server.enqueue(Fixtures.json(200, CLIENT));
    }

    clients.createClient(Fixtures.token(), "app", "https://a.example/");
    clients.updateClient(
        Fixtures.token(), Fixtures.ID, new ClientChange(Optional.of("b"), Optional.empty()));
    clients.rotateClient(Fixtures.token(), Fixtures.ID);
    clients.removeClient(Fixtures.token(), Fixtures.ID);

    assertThat(body(taken("POST /oauth/clients")))
        .isEqualTo("{\"name\":\"app\",\"redirect_uri\":\"https://a.example/\"}");
    assertThat(body(taken("PATCH " + ONE))).isEqualTo("{\"name\":\"b\"}");
    RecordedRequest rotation = taken("POST " + ONE + "/actions/rotate-credentials");
    assertThat(rotation.getHeaders().get("Content-Type")).isNull();
    taken("DELETE " + ONE);
  }

  @Test
  void readAndEndSessions() throws Exception {
    server.enqueue(Fixtures.json(200, "[" + SESSION + "]"));
    server.enqueue(Fixtures.json(200, SESSION));
    Session expected =
        new Session(Fixtures.ID, "", Optional.of(Duration.ofMinutes(1)), Optional.empty());

    assertThat(sessions.sessions(Fixtures.token())).containsExactly(expected);
    assertThat(sessions.endSession(Fixtures.token(), Fixtures.ID)).isEqualTo(expected);

    taken("GET /oauth/sessions");
    taken("DELETE /oauth/sessions/" + Fixtures.ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "", "..", "a/b", "a?b"})
  void sendNothingForWhatIsNoId(String id) {
    assertThatThrownBy(() -> sessions.endSession(Fixtures.token(), id))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> clients.client(Fixtures.token(), id))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> clients.removeClient(Fixtures.token(), id))
        .isInstanceOf(UsageException.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "<html>",
        "{\"id\":\"a\",\"name\":1}",
        "{\"id\":\"a\",\"redirect_uri\":{}}",
        "{\"id\":\"a\",\"secret\":[\"s\"]}",
        "{\"id\":\"a\",\"created_at\":\"soon\"}",
        "{\"id\":\"a\",\"name\":\"b\",\"name\":\"b\"}",
        "{\"id\":\"../a\"}"
      })
  void refuseWhatIsNoClient(String body) {
    server.enqueue(Fixtures.json(200, body));
    server.enqueue(Fixtures.json(200, body));

    assertThatThrownBy(() -> clients.client(Fixtures.token(), Fixtures.ID))
        .isInstanceOf(ApiException.Broken.class);
    assertThatThrownBy(() -> clients.rotateClient(Fixtures.token(), Fixtures.ID))
        .isInstanceOf(ApiException.Broken.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"a\"}",
        "{\"id\":\"a\",\"secret\":null}",
        "{\"id\":\"a\",\"secret\":\"\"}",
        "{\"id\":\"a\",\"secret\":\"a\\nHEROKU=1\"}"
      })
  void refuseANewClientWithoutASecret(String body) {
    server.enqueue(Fixtures.json(201, body));

    assertThatThrownBy(() -> clients.createClient(Fixtures.token(), "app", "https://a.example/"))
        .isInstanceOf(ApiException.Broken.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[{}]",
        "[{\"id\":\"a\",\"expires_in\":\"soon\"}]",
        "[{\"id\":\"a\",\"description\":7}]",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
      })
  void refuseWhatIsNoListOfSessions(String body) {
    server.enqueue(Fixtures.json(200, body));

    assertThatThrownBy(() -> sessions.sessions(Fixtures.token()))
        .isInstanceOf(ApiException.Broken.class);
  }
}
