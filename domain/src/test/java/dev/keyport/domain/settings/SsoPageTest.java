package dev.keyport.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.error.UsageException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SsoPageTest {
  private static SsoPage of(Map<String, String> environment) {
    Machine machine = new Machine(environment, Path.of("/home/ann"), "Linux");
    return SsoPage.of(machine, Endpoints.of(machine));
  }

  @Test
  void anOrganizationHasItsPageAtHeroku() {
    SsoPage page = of(Map.of("HEROKU_ORGANIZATION", "acme"));

    assertThat(page.given()).isEmpty();
    assertThat(page.organization()).contains("acme");
    assertThat(page.of("acme-2.x"))
        .isEqualTo(URI.create("https://sso.heroku.com/saml/acme-2.x/init?cli=true"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "../x", "a/b", "a?b", "a%2fb", "ä", "a\n"})
  void whatIsNoOrganizationIsRefused(String name) {
    SsoPage page = of(Map.of());

    assertThatThrownBy(() -> page.of(name)).isInstanceOf(UsageException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://sso.x.com/a/b?c=d", "http://127.0.0.1:1/saml", "http://localhost/x"})
  void theEnvironmentNamesAnyPage(String address) {
    assertThat(of(Map.of("SSO_URL", address)).given()).contains(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://sso.x.com/canary",
        "ftp://x.com/canary",
        "https://ann:canary@x.com/",
        "sso.x.com/canary",
        "https://x.com/can ary",
        "http://localhost.evil.com/canary",
        "javascript:canary"
      })
  void otherAddressesAreRefusedAndNotQuoted(String address) {
    assertThatThrownBy(() -> of(Map.of("SSO_URL", address)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("SSO_URL")
        .hasMessageNotContainingAny("canary", "can ary")
        .hasNoCause();
  }

  @Test
  void anotherApiHasNoPageThatIsKnown() {
    Map<String, String> environment = new HashMap<>(Map.of("HEROKU_HOST", "x.com"));

    assertThatThrownBy(() -> of(environment).of("acme"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("api.x.com");
    environment.put("SSO_URL", "https://sso.x.com/");
    assertThat(of(environment).given()).contains(URI.create("https://sso.x.com/"));
  }
}
