package dev.keyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.PasswordLogin;
import dev.keyport.domain.credential.Secret;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorMapperTest {
  private final MockWebServer server = new MockWebServer();
  private final HerokuApi api;

  ErrorMapperTest() throws IOException {
    server.start();
    api = Fixtures.api(server);
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  static Stream<Arguments> byStatus() {
    return Stream.of(
        Arguments.of(400, "bad_request", ApiException.Invalid.class),
        Arguments.of(401, "unauthorized", ApiException.Rejected.class),
        Arguments.of(402, "delinquent", ApiException.Forbidden.class),
        Arguments.of(403, "forbidden", ApiException.Forbidden.class),
        Arguments.of(403, "suspended", ApiException.Forbidden.class),
        Arguments.of(404, "not_found", ApiException.NotFound.class),
        Arguments.of(406, "not_acceptable", ApiException.Invalid.class),
        Arguments.of(409, "conflict", ApiException.Invalid.class),
        Arguments.of(415, "unsupported_media_type", ApiException.Invalid.class),
        Arguments.of(416, "requested_range_not_satisfiable", ApiException.Invalid.class),
        Arguments.of(422, "invalid_params", ApiException.Invalid.class),
        Arguments.of(423, "locked", ApiException.Invalid.class),
        Arguments.of(429, "rate_limit", ApiException.RateLimited.class),
        Arguments.of(500, "internal_server_error", ApiException.Broken.class),
        Arguments.of(503, "service_unavailable", ApiException.Broken.class),
        Arguments.of(401, "device_trust_required", ApiException.Forbidden.class),
        Arguments.of(403, "device_trust_required", ApiException.Forbidden.class),
        Arguments.of(403, "mfa_required", ApiException.Forbidden.class),
        Arguments.of(403, "two_factor", ApiException.TwoFactorRequired.class));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("byStatus")
  void sayWhatTheApiSays(int status, String id, Class<? extends ApiException> type) {
    server.enqueue(Fixtures.json(status, Fixtures.error(id, "The API's own words.")));

    ApiException error = failLogin(Fixtures.login());

    assertThat(error).isExactlyInstanceOf(type);
    assertThat(error.message())
        .isEqualTo(
            "The API's own words (status " + status + ", error " + id + ", Request-Id req-1)");
    assertThat(error.failure().status()).hasValue(status);
    assertThat(error.failure().requestId()).contains("req-1");
    assertThat(error.isError(id)).isTrue();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("byStatus")
  void haveWordsWhereTheApiHasNone(int status, String id, Class<? extends ApiException> type) {
    server.enqueue(Fixtures.json(status, "{\"id\":\"" + id + "\"}"));

    ApiException error = failLogin(Fixtures.login());

    assertThat(error).isExactlyInstanceOf(type);
    assertThat(error.failure().message()).isNotBlank().doesNotContain("{", "null");
  }

  @Test
  void sayThatTheCodeIsWrong() {
    server.enqueue(Fixtures.json(401, Fixtures.error("invalid_two_factor_code", "Nope.")));

    ApiException error = failLogin(Fixtures.login().withSecondFactor(Secret.of("123456")));

    assertThat(error).isInstanceOf(ApiException.Rejected.class);
    assertThat(error.failure().message()).isEqualTo("the second-factor code was refused");
    assertThat(error.hint()).get().asString().contains("recovery code");
  }

  @Test
  void useWhatAFaultyErrorStillSays() {
    server.enqueue(Fixtures.json(403, "{\"id\":\"two_factor\",\"message\":[5]}"));

    assertThat(failLogin(Fixtures.login())).isInstanceOf(ApiException.TwoFactorRequired.class);
  }

  @Test
  void askForACodeByHeaderAlone() {
    server.enqueue(
        Fixtures.answer(403, "{}").setHeader("Heroku-Two-Factor-Required", "true").build());

    assertThat(failLogin(Fixtures.login())).isInstanceOf(ApiException.TwoFactorRequired.class);
  }

  @Test
  void notAskAgainForTheCodeThatWasSent() {
    server.enqueue(
        Fixtures.answer(403, Fixtures.error("two_factor", "A code is needed."))
            .setHeader("Heroku-Two-Factor-Required", "true")
            .build());

    assertThat(failLogin(Fixtures.login().withSecondFactor(Secret.of("123456"))))
        .isInstanceOf(ApiException.Rejected.class);
  }

  @Test
  void nameTheWayOutForAccountsThatTakeNoPassword() {
    server.enqueue(Fixtures.json(403, Fixtures.error("mfa_required", "Use a browser.")));

    assertThat(failLogin(Fixtures.login()).hint()).get().asString().contains("--with-token");
  }

  @Test
  void takeAPageForARefusalByItsStatus() {
    server.enqueue(html(401));

    ApiException error =
        catchThrowableOfType(ApiException.class, () -> api.account(Fixtures.token()));

    assertThat(error).isInstanceOf(ApiException.Rejected.class);
    assertThat(error.failure().message()).isEqualTo("the API refused the token");
    assertThat(error.failure().errorId()).isEmpty();
    assertThat(error.hint()).get().asString().contains("keyport login");
  }

  @Test
  void showOneShortLine() {
    server.enqueue(
        Fixtures.json(
            422,
            Fixtures.error("invalid_params", "a\\u001b[31mb\\nc\\u202ed" + "x".repeat(1_000))));

    ApiException error = failLogin(Fixtures.login());

    assertThat(error.failure().message()).startsWith("a [31mb c dx").endsWith("x…").hasSize(301);
  }

  @Test
  void maskWhatTheApiRepeats() {
    server.enqueue(
        Fixtures.json(
            422, Fixtures.error("invalid_params", "bad: " + Fixtures.PASSWORD + " is too short")));

    assertThat(failLogin(Fixtures.login()).failure().message()).isEqualTo("bad: **** is too short");
  }

  @Test
  void maskWhatIsPutTogetherByTakingControlsOut() {
    server.enqueue(
        Fixtures.json(
            422, Fixtures.error("invalid_params", "canary\\u0007p\\u00e4ssword\\u00002f")));

    PasswordLogin login =
        new PasswordLogin(
            "ada@example.com",
            Secret.of("canary pässword 2f"),
            Optional.empty(),
            "",
            Optional.empty());

    assertThat(failLogin(login).failure().message()).isEqualTo("****");
  }

  @Test
  void leaveOutAnIdThatIsNone() {
    server.enqueue(
        Fixtures.answer(422, Fixtures.error("Not an id!", "Words."))
            .setHeader("Request-Id", "x".repeat(1_000))
            .build());

    ApiException error = failLogin(Fixtures.login());

    assertThat(error.failure().errorId()).isEmpty();
    assertThat(error.failure().requestId()).isEmpty();
  }

  private ApiException failLogin(PasswordLogin login) {
    return catchThrowableOfType(ApiException.class, () -> api.createAuthorization(login));
  }

  private static MockResponse html(int status) {
    return Fixtures.answer(status, "<html>{</html>").setHeader("Content-Type", "text/html").build();
  }
}
