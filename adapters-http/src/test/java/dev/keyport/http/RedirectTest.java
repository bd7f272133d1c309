package dev.keyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.auth.ApiException;
import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
  private final MockWebServer server = new MockWebServer();
  private final MockWebServer other = new MockWebServer();
  private final HerokuApi api;

  RedirectTest() throws IOException {
    server.start();
    other.start();
    api = Fixtures.api(server);
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
    other.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followWithinTheOrigin(int status) throws Exception {
    server.enqueue(redirect(status, "/users/~"));
    server.enqueue(Fixtures.json(200, Fixtures.ACCOUNT));

    assertThat(api.account(Fixtures.token()).id()).isEqualTo(Fixtures.ID);
    server.takeRequest();
    assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET /users/~ HTTP/1.1");
  }

  @Test
  void goNowhereElse() {
    server.enqueue(redirect(302, other.url("/account").toString()));

    assertThatThrownBy(() -> api.account(Fixtures.token()))
        .isInstanceOf(ApiException.Broken.class)
        .hasMessageContaining("another host, " + other.getHostName() + ";");
    assertThat(other.getRequestCount()).isZero();
  }

  @Test
  void notChangeTheScheme() {
    server.enqueue(redirect(302, server.url("/account").toString().replace("http:", "https:")));

    assertThatThrownBy(() -> api.account(Fixtures.token())).isInstanceOf(ApiException.Broken.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void sayTheHostAlone() {
    server.enqueue(redirect(302, "https://user:pw@evil.example.com/path?token=x"));

    assertThatThrownBy(() -> api.account(Fixtures.token()))
        .hasMessageContaining("evil.example.com")
        .hasMessageNotContainingAny("pw", "path", "token=");
  }

  @Test
  void notSendALoginAgain() {
    server.enqueue(redirect(307, "/elsewhere"));

    assertThatThrownBy(() -> api.createAuthorization(Fixtures.login()))
        .isInstanceOf(ApiException.Broken.class)
        .hasMessageContaining("POST");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void endACircle() {
    for (int i = 0; i < 20; i++) {
      server.enqueue(redirect(302, "/account"));
    }

    assertThatThrownBy(() -> api.account(Fixtures.token())).isInstanceOf(ApiException.Broken.class);
    assertThat(server.getRequestCount()).isEqualTo(6);
  }

  @Test
  void knowARedirectToNowhere() {
    server.enqueue(new MockResponse.Builder().code(302).build());

    assertThatThrownBy(() -> api.account(Fixtures.token())).isInstanceOf(ApiException.Broken.class);
  }

  private static MockResponse redirect(int status, String to) {
    return new MockResponse.Builder().code(status).setHeader("Location", to).build();
  }
}
