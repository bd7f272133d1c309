package dev.keyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.NewAuthorization;
import dev.keyport.domain.authorizations.AuthorizationChange;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.keys.SshPublicKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that repeats what it was sent, wherever it can: none of it is seen again. */
@Tag("slow")
class CanaryTest {
  private static final String BASIC =
      Base64.getEncoder()
          .encodeToString(
              ("ada@example.com:" + Fixtures.PASSWORD).getBytes(StandardCharsets.UTF_8));
  private static final List<String> CANARIES =
      List.of(Fixtures.TOKEN, Fixtures.PASSWORD, Fixtures.CODE, BASIC);
  private static final String IN_HEADERS = Fixtures.TOKEN + " " + Fixtures.CODE + " Basic " + BASIC;
  private static final String EVERYWHERE =
      IN_HEADERS + " " + Fixtures.PASSWORD + " " + Fixtures.CLIENT_SECRET;

  private static final NewAuthorization AUTHORIZATION =
      new NewAuthorization("ci", List.of("read"), Optional.empty());
  private static final AuthorizationChange CHANGE =
      new AuthorizationChange(
          Optional.empty(),
          Optional.of(
              new AuthorizationChange.Client(Fixtures.ID, Secret.of(Fixtures.CLIENT_SECRET))));

  private final MockWebServer server = new MockWebServer();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final HerokuApi api;

  CanaryTest() throws IOException {
    server.start();
    HttpSettings settings =
        new HttpSettings(
            server.url("/").uri(),
            Duration.ofSeconds(20),
            "keyport/test",
            Fixtures.machine(Map.of()),
            Optional.of(seen::add));
    api = new HerokuApi(settings, seen::add, new Fixtures.RecordedPauses());
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  static Stream<String> failures() {
    return answers().keySet().stream();
  }

  private static Map<String, MockResponse> answers() {
    Map<String, MockResponse> answers = new LinkedHashMap<>();
    for (int status : new int[] {401, 402, 403, 404, 422, 429, 500}) {
      answers.put("error " + status, echo(status, Fixtures.error(EVERYWHERE, EVERYWHERE)));
    }
    answers.put("long error", echo(422, Fixtures.error("e", "x".repeat(290) + EVERYWHERE)));
    answers.put("split error", echo(422, Fixtures.error("e", spread(EVERYWHERE))));
    answers.put(
        "shouted error", echo(422, Fixtures.error("e", EVERYWHERE.toUpperCase(Locale.ROOT))));
    answers.put("plain text", echo(200, EVERYWHERE));
    answers.put("token as JSON", echo(200, Fixtures.TOKEN));
    answers.put("cut JSON", echo(200, "{\"access_token\":{\"token\":\"" + EVERYWHERE));
    answers.put("as a field", echo(200, "{\"" + EVERYWHERE + "\":1,\"" + EVERYWHERE + "\":2}"));
    answers.put("as an id", echo(200, "{\"id\":\"" + EVERYWHERE + "\",\"email\":\"\"}"));
    answers.put("as a list", echo(200, "[{\"id\":\"" + EVERYWHERE + "\"}]"));
    answers.put("paging", headers(206, "[]").setHeader("Next-Range", IN_HEADERS).build());
    answers.put("redirect away", redirect("https://" + Fixtures.TOKEN + ".example.com/"));
    answers.put("redirect here", redirect("/" + EVERYWHERE.replace("?", "%3f")));
    answers.put("redirect, query", redirect("/a?" + EVERYWHERE));
    answers.put("no address", redirect("http://" + IN_HEADERS));
    answers.put("status text", headers(200, "").status("HTTP/1.1 200 " + EVERYWHERE).build());
    answers.put("no status", headers(200, "").status(EVERYWHERE).build());
    answers.put(
        "chunks",
        headers(200, "")
            .removeHeader("Content-Length")
            .setHeader("Transfer-Encoding", "chunked")
            .body(EVERYWHERE + "\r\n")
            .removeHeader("Content-Length")
            .build());
    answers.put("gzip", headers(200, EVERYWHERE).setHeader("Content-Encoding", "gzip").build());
    answers.put("type", headers(200, EVERYWHERE).setHeader("Content-Type", IN_HEADERS).build());
    answers.put(
        "length",
        headers(200, "")
            .setHeader("Content-Length", IN_HEADERS)
            .onResponseEnd(new SocketEffect.CloseSocket())
            .build());
    answers.put("header", headers(200, "").addHeaderLenient(EVERYWHERE, EVERYWHERE).build());
    answers.put("retry", headers(503, "").setHeader("Retry-After", IN_HEADERS).build());
    answers.put(
        "closed", headers(200, EVERYWHERE).onResponseBody(new SocketEffect.CloseSocket()).build());
    return answers;
  }

  private static Map<String, Consumer<HerokuApi>> calls() {
    Secret token = Fixtures.token();
    SshPublicKey key = new SshPublicKey("ssh-ed25519", "AAAA", "ada");
    Map<String, Consumer<HerokuApi>> calls = new LinkedHashMap<>();
    calls.put("login", api -> ignore(api.createAuthorization(Fixtures.login())));
    calls.put(
        "login with code",
        api ->
            ignore(
                api.createAuthorization(
                    Fixtures.login().withSecondFactor(Secret.of(Fixtures.CODE)))));
    calls.put("authorize", api -> ignore(api.createAuthorization(token, AUTHORIZATION)));
    calls.put("show", api -> ignore(api.authorizationsApi().authorization(token, Fixtures.ID)));
    calls.put(
        "update with client",
        api -> ignore(api.authorizationsApi().update(token, Fixtures.ID, CHANGE)));
    calls.put("regenerate", api -> ignore(api.authorizationsApi().regenerate(token, Fixtures.ID)));
    calls.put("sessions", api -> ignore(api.sessionsApi().sessions(token)));
    calls.put("end a session", api -> ignore(api.sessionsApi().endSession(token, Fixtures.ID)));
    calls.put("clients", api -> ignore(api.clientsApi().clients(token)));
    calls.put("client", api -> ignore(api.clientsApi().client(token, Fixtures.ID)));
    calls.put(
        "add client", api -> ignore(api.clientsApi().createClient(token, "app", "https://a.b/")));
    calls.put("rotate client", api -> ignore(api.clientsApi().rotateClient(token, Fixtures.ID)));
    calls.put("remove client", api -> ignore(api.clientsApi().removeClient(token, Fixtures.ID)));
    calls.put("account", api -> ignore(api.account(token)));
    calls.put("authorizations", api -> ignore(api.authorizations(token)));
    calls.put("default authorization", api -> ignore(api.defaultAuthorization(token)));
    calls.put("revoke", api -> api.revokeAuthorization(token, Fixtures.ID));
    calls.put("end session", api -> ignore(api.endOwnSession(token)));
    calls.put("keys", api -> ignore(api.keys(token)));
    calls.put("add key", api -> ignore(api.addKey(token, key)));
    calls.put("remove key", api -> api.removeKey(token, Fixtures.ID));
    calls.put("apps", api -> ignore(api.apps(token)));
    return calls;
  }

  @ParameterizedTest
  @MethodSource("failures")
  void showNothingOfWhatWasSent(String failure) {
    MockResponse answer = Objects.requireNonNull(answers().get(failure));
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer;
          }
        });

    calls()
        .forEach(
            (name, call) -> {
              // Each canary is masked in the answer to the request that carried it.
              Throwable thrown = catchThrowable(() -> call.accept(api));
              if (thrown != null) {
                assertThat(thrown).as(name).isInstanceOf(ApiException.class);
                seen.add(everything((ApiException) thrown));
              }
              List<String> sent =
                  name.startsWith("login")
                      ? List.of(Fixtures.PASSWORD, BASIC)
                      : List.of(Fixtures.TOKEN);
              assertClean(name, sent);
              if (name.equals("update with client")) {
                assertClean(name, List.of(Fixtures.CLIENT_SECRET));
              }
              if (name.equals("login with code")) {
                assertClean(name, List.of(Fixtures.CODE));
              }
              seen.clear();
            });
    assertThat(server.getRequestCount()).isGreaterThanOrEqualTo(calls().size());
  }

  @Test
  void showNothingOfWhatCantBeSent() {
    for (String end : List.of("\n", "\r\nX: y", " ", "ä", "\u0000")) {
      Secret token = Secret.of(Fixtures.TOKEN + end);
      Secret code = Secret.of(Fixtures.CODE + end);
      seen.add(everything(failure(() -> ignore(api.account(token)))));
      seen.add(
          everything(
              failure(
                  () -> ignore(api.createAuthorization(Fixtures.login().withSecondFactor(code))))));
    }
    seen.add(everything(failure(() -> ignore(api.account(Secret.of(""))))));

    assertThat(seen).hasSize(11);
    assertClean("unsendable", CANARIES);
    assertThat(server.getRequestCount()).isZero();
  }

  private static ApiException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(ApiException.Rejected.class);
    return (ApiException) thrown;
  }

  private void assertClean(String call, List<String> canaries) {
    String all = String.join("\n", seen).toLowerCase(Locale.ROOT);
    for (String canary : canaries) {
      assertThat(all).as(call).doesNotContain(canary.toLowerCase(Locale.ROOT));
    }
  }

  /** All that can be printed of an exception: its stack trace has causes and suppressed ones. */
  private static String everything(ApiException thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text + "\n" + thrown.hint() + "\n" + thrown.failure();
  }

  private static MockResponse echo(int status, String body) {
    return headers(status, body).build();
  }

  private static MockResponse redirect(String to) {
    return headers(302, "").addHeaderLenient("Location", to).build();
  }

  private static MockResponse.Builder headers(int status, String body) {
    return Fixtures.answer(status, body)
        .setHeader("Request-Id", IN_HEADERS)
        .setHeader("RateLimit-Remaining", IN_HEADERS)
        .setHeader("X-Heroku-Warning", IN_HEADERS)
        .addHeaderLenient("Warning-Message", EVERYWHERE);
  }

  private static String spread(String text) {
    return text.replace("canary", "can\\u0000\\u200bary");
  }

  private static void ignore(Object unused) {}
}
