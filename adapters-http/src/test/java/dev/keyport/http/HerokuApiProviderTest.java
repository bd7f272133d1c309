package dev.keyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.auth.ApiContext;
import dev.keyport.domain.auth.AuthApi;
import dev.keyport.domain.auth.AuthApiProvider;
import dev.keyport.domain.auth.BrowserLoginApi;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.settings.Machine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

class HerokuApiProviderTest {
  private static final AuthApiProvider PROVIDER =
      ServiceLoader.load(AuthApiProvider.class).findFirst().orElseThrow();

  private static ApiContext context(URI api, Optional<URI> login) {
    return new ApiContext(
        new Endpoints(api, api, login),
        new Machine(Map.of(), Path.of("/home/ann"), "Linux"),
        Duration.ofSeconds(20),
        "my-tool/2.1",
        notice -> {});
  }

  @Test
  void theApiIsCalledWhereTheContextSaysAndAsWhoItSays() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(
          new MockResponse.Builder()
              .body(
                  "{\"id\":\"01234567-89ab-cdef-0123-456789abcdef\",\"email\":\"ann@example.com\"}")
              .build());
      URI base = URI.create("http://127.0.0.1:" + server.getPort());

      try (AuthApi api = PROVIDER.open(context(base, Optional.empty()))) {
        assertThat(api.account(Secret.of("token")).email()).isEqualTo("ann@example.com");
      }
      assertThat(server.takeRequest().getHeaders().get("User-Agent")).isEqualTo("my-tool/2.1");
    }
  }

  @Test
  void theServiceForLoginsInTheBrowserIsThereWhereOneIsKnown() {
    URI api = URI.create("https://api.example.com");
    URI login = URI.create("https://login.example.com");

    assertThat(PROVIDER.openBrowserLogin(context(api, Optional.empty()))).isEmpty();
    Optional<BrowserLoginApi> opened = PROVIDER.openBrowserLogin(context(api, Optional.of(login)));
    assertThat(opened).containsInstanceOf(HerokuLogin.class);
    opened.ifPresent(BrowserLoginApi::close);
  }
}
