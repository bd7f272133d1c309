package dev.keyport.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.UsageException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
  private static Endpoints of(Map<String, String> environment) {
    return Endpoints.of(new Machine(environment, Path.of("/home/ann"), "Linux"));
  }

  @Test
  void withoutVariablesItIsHeroku() {
    Endpoints endpoints = of(Map.of());

    assertThat(endpoints.api()).isEqualTo(URI.create("https://api.heroku.com"));
    assertThat(endpoints.git()).isEqualTo(URI.create("https://git.heroku.com"));
    assertThat(endpoints.storedHosts())
        .containsExactly(Host.parse("api.heroku.com"), Host.parse("git.heroku.com"));
  }

  @ParameterizedTest
  @CsvSource({
    "x.com, https://api.x.com, https://git.x.com",
    "x.com:8443, https://api.x.com:8443, https://git.x.com:8443",
    "https://x.com, https://x.com, https://x.com",
    "https://x.com/, https://x.com, https://x.com",
    "HTTPS://X.com:443, HTTPS://X.com:443, HTTPS://X.com:443",
    "http://127.0.0.1:5000, http://127.0.0.1:5000, http://127.0.0.1:5000",
    "http://[::1]:5000/, http://[::1]:5000, http://[::1]:5000",
    "http://localhost, http://localhost, http://localhost",
  })
  void herokuHostIsADomainOrBothAddresses(String value, URI api, URI git) {
    Endpoints endpoints = of(Map.of("HEROKU_HOST", value));

    assertThat(endpoints.api()).isEqualTo(api);
    assertThat(endpoints.git()).isEqualTo(git);
  }

  @Test
  void theOwnVariablesWin() {
    Map<String, String> all =
        Map.of(
            "HEROKU_HOST", "x.com",
            "HEROKU_API_URL", "https://api.y.com:1",
            "HEROKU_GIT_HOST", "git.z.com");

    assertThat(of(all))
        .isEqualTo(
            new Endpoints(URI.create("https://api.y.com:1"), URI.create("https://git.z.com")));
    assertThat(of(Map.of("HEROKU_HOST", "x.com", "HEROKU_API_URL", "https://api.y.com")).git())
        .isEqualTo(URI.create("https://git.x.com"));
    assertThat(of(Map.of("HEROKU_HOST", "x.com", "HEROKU_GIT_HOST", "https://git.y.com")).api())
        .isEqualTo(URI.create("https://api.x.com"));
    assertThat(of(Map.of("HEROKU_HOST", "", "HEROKU_API_URL", "", "HEROKU_GIT_HOST", "")))
        .isEqualTo(of(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEROKU_HOST", "HEROKU_API_URL", "HEROKU_GIT_HOST"})
  void httpIsForThisMachineOnly(String variable) {
    assertThatThrownBy(() -> of(Map.of(variable, "http://api.x.com:80")))
        .isInstanceOfSatisfying(
            UsageException.class,
            e -> {
              assertThat(e.message()).startsWith(variable + ": http to api.x.com:80 ");
              assertThat(e.hint()).contains("use https://api.x.com:80");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost.evil.com",
        "http://127.0.0.1.evil.com",
        "http://[2001:db8::1]",
        "http://0.0.0.0",
        "ftp://x.com",
        "file:///etc/passwd",
        "javascript://x"
      })
  void otherSchemesAndLoopbackLookalikesAreRefused(String value) {
    assertThatThrownBy(() -> of(Map.of("HEROKU_API_URL", value)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("HEROKU_API_URL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ann:canary@x.com",
        "canary@x.com",
        "https://x.com/canary",
        "x.com/canary",
        "https://x.com?canary",
        "https://x.com#canary",
        "https://canary canary",
        "https://x.com:canary",
        "https://x.com:0",
        "https://x.com:70000",
        "https://",
        "https://ca_nary",
        "canary|x"
      })
  void whatHoldsMoreThanAHostIsRefusedAndNotQuoted(String value) {
    assertThatThrownBy(() -> of(Map.of("HEROKU_GIT_HOST", value)))
        .isInstanceOf(UsageException.class)
        .hasMessage("HEROKU_GIT_HOST is not a host or an https address")
        .hasNoCause();
  }

  @Test
  void theLoginServiceIsHerokusForHerokusApiAlone() {
    URI herokus = URI.create("https://cli-auth.heroku.com");

    assertThat(of(Map.of()).login()).contains(herokus);
    assertThat(of(Map.of("HEROKU_API_URL", "https://API.staging.Heroku.com")).loginService())
        .isEqualTo(herokus);
    for (String other : List.of("x.com", "https://heroku.com.evil.com", "notheroku.com")) {
      Endpoints endpoints = of(Map.of("HEROKU_HOST", other));
      assertThat(endpoints.login()).isEmpty();
      assertThatThrownBy(endpoints::loginService)
          .isInstanceOfSatisfying(
              UsageException.class,
              e -> assertThat(e.hint().orElseThrow()).contains("HEROKU_LOGIN_HOST"));
    }
  }

  @Test
  void theLoginServiceOfTheEnvironmentWins() {
    assertThat(
            of(Map.of("HEROKU_HOST", "x.com", "HEROKU_LOGIN_HOST", "http://127.0.0.1:7"))
                .loginService())
        .isEqualTo(URI.create("http://127.0.0.1:7"));
    assertThat(of(Map.of("HEROKU_LOGIN_HOST", "login.x.com")).login())
        .contains(URI.create("https://login.x.com"));
    assertThatThrownBy(() -> of(Map.of("HEROKU_LOGIN_HOST", "http://login.x.com")))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("HEROKU_LOGIN_HOST: http to login.x.com ");
  }

  @Test
  void oneHostForBothIsStoredOnce() {
    assertThat(of(Map.of("HEROKU_HOST", "https://x.com")).storedHosts())
        .containsExactly(Host.parse("x.com"));
    Endpoints ports =
        new Endpoints(URI.create("http://127.0.0.1:5000"), URI.create("http://127.0.0.1:5001"));
    assertThat(ports.storedHosts()).containsExactly(Host.parse("127.0.0.1"));
    assertThat(ports.apiHost()).isEqualTo(Host.parse("127.0.0.1:5000"));
    assertThat(ports.gitHost()).isEqualTo(Host.parse("127.0.0.1:5001"));
  }

  @Test
  void noneIsMadeWithPlainHttpToElsewhere() {
    URI safe = URI.create("https://api.x.com");

    assertThatThrownBy(() -> new Endpoints(URI.create("http://api.x.com"), safe))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> new Endpoints(safe, URI.create("http://git.x.com")))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> new Endpoints(safe, URI.create("git.x.com")))
        .isInstanceOf(UsageException.class);
  }
}
