package dev.keyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.apps.App;
import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.SecondFactorApi;
import dev.keyport.domain.auth.SecondFactorDemand;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import java.io.IOException;
import java.util.Optional;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls with a token for which the API wants a code. */
class HttpSecondFactorTest {
  private static final String APP =
      "{\"id\":\""
          + Fixtures.ID
          + "\",\"name\":\"web\",\"owner\":{\"email\":\"a@b\"},\"region\":{\"name\":\"eu\"}}";
  private static final SecondFactorDemand ACCOUNT =
      new SecondFactorDemand(Optional.empty(), "GET /account");

  private final MockWebServer server = new MockWebServer();
  private final HerokuApi api;
  private final SecondFactorApi codes;

  HttpSecondFactorTest() throws IOException {
    server.start();
    api = Fixtures.api(server);
    codes = api.secondFactorApi();
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  private void refuses(String app) {
    server.enqueue(
        Fixtures.json(403, "{\"id\":\"two_factor\",\"message\":\"A code is needed.\"" + app + "}"));
  }

  private SecondFactorDemand demand() {
    return catchThrowableOfType(
            ApiException.TwoFactorRequired.class, () -> api.app(Fixtures.token(), "web"))
        .demand()
        .orElseThrow();
  }

  private static String codeOf(RecordedRequest request) {
    String code = request.getHeaders().get("Heroku-Two-Factor-Code");
    return code == null ? "none" : code;
  }

  @Test
  void readAnApp() throws Exception {
    server.enqueue(Fixtures.json(200, APP));

    assertThat(api.app(Fixtures.token(), "web"))
        .isEqualTo(new App(Fixtures.ID, "web", "a@b", "eu", "", ""));
    assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET /apps/web HTTP/1.1");
    assertThatThrownBy(() -> api.app(Fixtures.token(), "../account"))
        .isInstanceOf(UsageException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        ",\"app\":{\"id\":\"i\",\"name\":\"web\"} | web",
        ",\"app\":{\"id\":\"i\"} | i",
        ",\"app\":{\"id\":\"i\",\"name\":\"a/b\"} | i",
        ",\"app\":{\"name\":\"..\"} | none",
        ",\"app\":\"web\" | none",
        ",\"app\":null | none",
        ",\"app\":[] | none",
        ",\"resource\":\"app\" | none"
      })
  void sayWhatTheCodeIsFor(String body, String app) {
    refuses(body);

    SecondFactorDemand demand = demand();

    assertThat(demand.app().orElse("none")).isEqualTo(app);
    assertThat(demand.call()).isEqualTo("GET /apps/web");
  }

  @Test
  void takeTheHeaderForADemandToo() {
    server.enqueue(
        Fixtures.answer(403, "").setHeader("Heroku-Two-Factor-Required", "true").build());

    assertThat(demand().app()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"id\":\"x\"}"})
  void openAnApp(String answer) throws Exception {
    server.enqueue(Fixtures.json(200, answer));

    codes.preauthorize(Fixtures.token(), "web", Secret.of(Fixtures.CODE));

    RecordedRequest request = server.takeRequest();
    assertThat(request.getRequestLine()).isEqualTo("PUT /apps/web/pre-authorizations HTTP/1.1");
    assertThat(codeOf(request)).isEqualTo(Fixtures.CODE);
    assertThat(request.getHeaders().get("Content-Type")).isNull();
    assertThat(request.getHeaders().get("Content-Length")).isEqualTo("0");
  }

  @Test
  void takeNoPageForAnOpenedApp() {
    server.enqueue(
        Fixtures.answer(200, "<html></html>").setHeader("Content-Type", "text/html").build());

    assertThatThrownBy(() -> codes.preauthorize(Fixtures.token(), "web", Secret.of(Fixtures.CODE)))
        .isInstanceOf(ApiException.Broken.class);
  }

  @Test
  void tellAWrongCodeFromADeadToken() {
    server.enqueue(Fixtures.json(401, Fixtures.error("invalid_two_factor_code", "No.")));
    server.enqueue(Fixtures.json(403, Fixtures.error("two_factor", "Still.")));
    server.enqueue(Fixtures.json(401, Fixtures.error("unauthorized", "Dead.")));

    for (String id : new String[] {"invalid_two_factor_code", "two_factor", "unauthorized"}) {
      ApiException.Rejected refusal =
          catchThrowableOfType(
              ApiException.Rejected.class,
              () -> codes.preauthorize(Fixtures.token(), "web", Secret.of(Fixtures.CODE)));
      assertThat(refusal.failure().errorId()).contains(id);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1 2", "1\n2", "é"})
  void sendNothingForWhatIsNoCode(String code) {
    ApiException.Rejected refusal =
        catchThrowableOfType(
            ApiException.Rejected.class,
            () -> codes.preauthorize(Fixtures.token(), "web", Secret.of(code)));

    assertThat(refusal.failure().status()).isEmpty();
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void bringTheCodeWithTheOneCallThatWantsIt() throws Exception {
    server.enqueue(Fixtures.json(200, "[]"));
    server.enqueue(Fixtures.json(200, Fixtures.ACCOUNT));
    server.enqueue(Fixtures.json(200, Fixtures.ACCOUNT));
    server.enqueue(Fixtures.json(200, Fixtures.ACCOUNT));

    codes.withCode(
        ACCOUNT,
        Secret.of(Fixtures.CODE),
        () -> {
          assertThat(api.keys(Fixtures.token())).isEmpty();
          assertThat(api.account(Fixtures.token()).email()).isEqualTo("ada@example.com");
          return api.account(Fixtures.token());
        });
    api.account(Fixtures.token());

    assertThat(codeOf(server.takeRequest())).isEqualTo("none");
    assertThat(codeOf(server.takeRequest())).isEqualTo(Fixtures.CODE);
    assertThat(codeOf(server.takeRequest())).isEqualTo("none");
    assertThat(codeOf(server.takeRequest())).isEqualTo("none");
  }

  @Test
  void forgetACodeThatNoCallWanted() throws Exception {
    server.enqueue(Fixtures.json(200, Fixtures.ACCOUNT));

    assertThat(codes.<String>withCode(ACCOUNT, Secret.of(Fixtures.CODE), () -> "nothing"))
        .isEqualTo("nothing");
    api.account(Fixtures.token());

    assertThat(codeOf(server.takeRequest())).isEqualTo("none");
  }

  @Test
  void bringTheCodeWithAListsFirstPageAlone() throws Exception {
    server.enqueue(Fixtures.answer(206, "[]").setHeader("Next-Range", "id ]a..").build());
    server.enqueue(Fixtures.json(200, "[]"));

    codes.withCode(
        new SecondFactorDemand(Optional.empty(), "GET /account/keys"),
        Secret.of(Fixtures.CODE),
        () -> api.keys(Fixtures.token()));

    assertThat(codeOf(server.takeRequest())).isEqualTo(Fixtures.CODE);
    assertThat(codeOf(server.takeRequest())).isEqualTo("none");
  }
}
