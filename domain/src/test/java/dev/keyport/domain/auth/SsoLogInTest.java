package dev.keyport.domain.auth;

import static dev.keyport.domain.support.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.BrowserChoice;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.SsoPage;
import dev.keyport.domain.support.World;
import dev.keyport.domain.token.LoginKind;
import dev.keyport.testkit.ScriptedPerson;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SsoLogInTest {
  private static final String TOKEN = "token-of-the-page";

  private final World world = new World();

  @BeforeEach
  void somebodyIsThere() {
    world.person = ScriptedPerson.atTerminal();
    world.heroku.addAuthorization(ANN, TOKEN);
  }

  private LoggedIn run(Map<String, String> environment, Optional<String> organization) {
    Machine machine = new Machine(environment, Path.of("/home/ann"), "Linux");
    SsoPage page = SsoPage.of(machine, Endpoints.of(machine));
    return new SsoLogIn(world.logIn(), page, world.person)
        .run(organization, new BrowserChoice.Usual());
  }

  @Test
  void theTokenOfThePageIsCheckedAndKept() {
    world.person.answers("Access token", TOKEN);

    assertThat(run(Map.of(), Optional.of("acme")).account()).isEqualTo(ANN);
    assertThat(world.person.opened())
        .containsExactly(URI.create("https://sso.heroku.com/saml/acme/init?cli=true"));
    assertThat(world.stored()).hasSize(2).containsValue(TOKEN);
    assertThat(world.metadata.all().values())
        .allSatisfy(known -> assertThat(known.kind()).isEqualTo(LoginKind.SSO));
    assertThat(world.heroku.calls()).containsExactly("account");
  }

  @Test
  void theOrganizationIsAskedForWithTheEnvironmentsAsPreset() {
    world.person.answers("Organization name", "").answers("Access token", TOKEN);

    run(Map.of("HEROKU_ORGANIZATION", "acme"), Optional.empty());
    assertThat(world.person.opened().get(0)).hasPath("/saml/acme/init");
  }

  @Test
  void thePageOfTheEnvironmentIsUsedAsItIs() {
    world.person.answers("Access token", TOKEN);

    run(Map.of("SSO_URL", "https://sso.x.com/a?b"), Optional.empty());
    assertThat(world.person.opened()).containsExactly(URI.create("https://sso.x.com/a?b"));
    assertThat(world.person.asked()).containsExactly("Access token");
    assertThat(world.person.warned()).isEmpty();
  }

  @Test
  void anOrganizationBesideThePageOfTheEnvironmentIsToldToBeOfNoUse() {
    world.person.answers("Access token", TOKEN);

    run(Map.of("SSO_URL", "https://sso.x.com/"), Optional.of("acme"));
    assertThat(world.person.warned()).singleElement().asString().startsWith("SSO_URL is set");
  }

  @Test
  void aTokenThatIsRefusedMayBeGivenAnew() {
    world.person.answers("Access token", "wrong", "", TOKEN);

    assertThat(run(Map.of(), Optional.of("acme")).account()).isEqualTo(ANN);
    assertThat(world.person.warned()).hasSize(2);
  }

  @Test
  void threeRefusedTokensAreEnough() {
    world.person.answers("Access token", "1", "2", "3", TOKEN);

    assertThatThrownBy(() -> run(Map.of(), Optional.of("acme")))
        .isInstanceOf(ApiException.Rejected.class);
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void nobodyIsAskedWhereNobodyIs() {
    world.person = ScriptedPerson.absent();

    assertThatThrownBy(() -> run(Map.of(), Optional.of("acme")))
        .isInstanceOfSatisfying(
            UsageException.class, e -> assertThat(e.hint().orElseThrow()).contains("--with-token"));
    assertThat(world.heroku.calls()).isEmpty();
  }
}
