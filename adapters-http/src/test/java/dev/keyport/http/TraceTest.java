package dev.keyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.PasswordLogin;
import dev.keyport.domain.credential.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TraceTest {
  private final MockWebServer server = new MockWebServer();
  private final List<String> lines = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final HerokuApi api;

  TraceTest() throws IOException {
    server.start();
    api =
        new HerokuApi(
            new HttpSettings(
                server.url("/").uri(),
                Duration.ofSeconds(20),
                "keyport/test",
                Fixtures.machine(Map.of()),
                Optional.of(lines::add)),
            notices::add,
            new Fixtures.RecordedPauses());
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  @Test
  void tellARequestAndItsAnswerInALineEach() {
    server.enqueue(
        Fixtures.answer(200, Fixtures.ACCOUNT).setHeader("RateLimit-Remaining", "4499").build());

    assertThat(api.account(Fixtures.token()).id()).isEqualTo(Fixtures.ID);

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith("> GET " + server.url("/account") + "  ")
        .contains(
            "Accept: application/vnd.heroku+json; version=3",
            "Authorization: ****",
            "Request-Id: ",
            "User-Agent: keyport/test");
    assertThat(lines.get(1))
        .matches("< 200 in [0-9]+ ms {2}Request-Id: req-1 {2}RateLimit-Remaining: 4499");
  }

  @Test
  void maskTheCodeAndTellNoBody() {
    server.enqueue(
        Fixtures.json(201, "{\"id\":\"a\",\"access_token\":{\"token\":\"HRKU-new-one\"}}"));

    assertThat(api.createAuthorization(Fixtures.login().withSecondFactor(Secret.of("123456"))).id())
        .isEqualTo("a");

    assertThat(lines.get(0)).contains("Heroku-Two-Factor-Code: ****");
    assertThat(String.join("\n", lines)).doesNotContain("HRKU-new-one", "123456", "global");
  }

  @Test
  void giveAwayNoPasswordByMaskingOwnWords() {
    server.enqueue(Fixtures.json(201, "{\"id\":\"a\",\"access_token\":{\"token\":\"t\"}}"));
    PasswordLogin weak =
        new PasswordLogin(
            "ada@example.com", Secret.of("oauth"), Optional.empty(), "", Optional.empty());

    assertThat(api.createAuthorization(weak).id()).isEqualTo("a");

    assertThat(lines.get(0)).startsWith("> POST " + server.url("/oauth/authorizations") + "  ");
  }

  @Test
  void tellThatNoAnswerCame() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    assertThatThrownBy(() -> api.account(Fixtures.token())).isInstanceOf(ApiException.class);

    assertThat(lines.get(lines.size() - 1)).matches("! [A-Za-z]+ in [0-9]+ ms");
  }

  @Test
  void handOnEachNoticeOnce() {
    server.enqueue(
        Fixtures.answer(200, Fixtures.ACCOUNT)
            .addHeader("X-Heroku-Warning", "Warning: the stack is old")
            .addHeader("X-Heroku-Warning", "pay the bill")
            .build());
    server.enqueue(
        Fixtures.answer(401, "{}").addHeader("Warning-Message", "the stack is old").build());

    assertThat(api.account(Fixtures.token()).id()).isEqualTo(Fixtures.ID);
    assertThatThrownBy(() -> api.account(Fixtures.token())).isInstanceOf(ApiException.class);

    assertThat(notices).containsExactly("the stack is old", "pay the bill");
  }
}
