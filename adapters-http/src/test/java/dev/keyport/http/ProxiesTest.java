package dev.keyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.UsageException;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
  private static final URI API = URI.create("https://api.heroku.com");

  @Test
  void chooseTheVariable() {
    assertThat(address(API, Map.of())).isEmpty();
    assertThat(address(API, Map.of("HTTPS_PROXY", "http://a:1"))).contains("a:1");
    assertThat(address(API, Map.of("https_proxy", "http://b:2", "HTTPS_PROXY", "http://a:1")))
        .contains("b:2");
    assertThat(address(API, Map.of("ALL_PROXY", "c:3"))).contains("c:3");
    assertThat(address(API, Map.of("all_proxy", "c:3", "HTTPS_PROXY", "http://a:1")))
        .contains("a:1");
    assertThat(address(API, Map.of("http_proxy", "d:4", "HTTP_PROXY", "d:4"))).isEmpty();
    assertThat(address(API, Map.of("HTTPS_PROXY", ""))).isEmpty();
    URI plain = URI.create("http://plain.example.com");
    assertThat(address(plain, Map.of("http_proxy", "d:4"))).contains("d:4");
    assertThat(address(plain, Map.of("HTTP_PROXY", "d:4"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost:8443",
        "https://127.0.0.1",
        "https://[::1]",
        "http://127.9.9.9"
      })
  void neverAskThisMachineThroughOne(String target) {
    assertThat(
            address(
                URI.create(target), Map.of("ALL_PROXY", "http://a:1", "http_proxy", "http://a:1")))
        .isEmpty();
  }

  @Test
  void leaveOutTheHostsOfNoProxy() {
    assertThat(address(API, Map.of("HTTPS_PROXY", "a:1", "NO_PROXY", "x.com, .heroku.com")))
        .isEmpty();
    assertThat(address(API, Map.of("HTTPS_PROXY", "a:1", "no_proxy", "x.com", "NO_PROXY", "*")))
        .contains("a:1");
  }

  @ParameterizedTest
  @CsvSource({
    "*, api.heroku.com, true",
    "api.heroku.com, api.heroku.com, true",
    "API.Heroku.COM, api.heroku.com, true",
    "heroku.com, api.heroku.com, true",
    ".heroku.com, api.heroku.com, true",
    "*.heroku.com, api.heroku.com, true",
    "oku.com, api.heroku.com, false",
    "api.heroku.com:443, api.heroku.com, true",
    "api.heroku.com:8443, api.heroku.com, false",
    "a b heroku.com, api.heroku.com, true",
    "com.heroku, api.heroku.com, false",
    "., api.heroku.com, false",
    "10.0.0.1, 10.0.0.1, true",
    "0.0.1, 10.0.0.1, false",
    "fd00::1, fd00::1, true",
    "[fd00::1], fd00::1, true",
    "[fd00::1]:443, fd00::1, true",
    "[fd00::1]:1, fd00::1, false"
  })
  void matchNoProxy(String list, String host, boolean covered) {
    assertThat(new NoProxy(list).covers(Host.parse(host), 443)).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    "http://proxy.example.com:3128, HTTP, proxy.example.com:3128",
    "proxy.example.com:3128, HTTP, proxy.example.com:3128",
    "http://proxy.example.com, HTTP, proxy.example.com:1080",
    "socks5://10.0.0.1:9, SOCKS, 10.0.0.1:9",
    "socks5h://10.0.0.1, SOCKS, 10.0.0.1:1080",
    "SOCKS://10.0.0.1/, SOCKS, 10.0.0.1:1080"
  })
  void readAnAddress(String value, Proxy.Type type, String address) {
    Proxies.Chosen chosen = chosen(API, Map.of("HTTPS_PROXY", value)).orElseThrow();

    assertThat(chosen.proxy().type()).isEqualTo(type);
    assertThat(chosen.address()).isEqualTo(address);
  }

  @Test
  void readUserAndPassword() {
    Proxies.Chosen chosen =
        chosen(API, Map.of("HTTPS_PROXY", "http://us%40er:p%3Aw+%C3%A4@a:1")).orElseThrow();

    assertThat(chosen.authorization())
        .contains(
            okhttp3.Credentials.basic("us@er", "p:w+ä", java.nio.charset.StandardCharsets.UTF_8));
    assertThat(chosen).asString().isEqualTo("Chosen[a:1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://u:canary@a:1",
        "socks4://canary:1",
        "socks5://u:canary@a:1",
        "http://u:can#ary@a:1",
        "http://u:canary%@a:1",
        "http://u:canary%zz@a:1",
        "http://",
        "canary canary",
        "http://a:canary",
        "http://a_canary:1",
        "http://a:99999"
      })
  void takeNoOther(String value) {
    assertThatThrownBy(() -> chosen(API, Map.of("HTTPS_PROXY", value)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("HTTPS_PROXY")
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }

  private static Optional<String> address(URI target, Map<String, String> environment) {
    return chosen(target, environment).map(Proxies.Chosen::address);
  }

  private static Optional<Proxies.Chosen> chosen(URI target, Map<String, String> environment) {
    return new Proxies(Fixtures.machine(environment)).proxyFor(target);
  }
}
