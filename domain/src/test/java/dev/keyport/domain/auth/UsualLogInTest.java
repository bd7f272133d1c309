package dev.keyport.domain.auth;

import static dev.keyport.domain.support.World.ANN;
import static dev.keyport.domain.support.World.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.support.World;
import dev.keyport.testkit.ScriptedPerson;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsualLogInTest {
  private static final String QUESTION =
      "Another program is logged in as "
          + ANN
          + ". Use its login for api.heroku.com, as long as it lasts there?";

  private final World world = new World();

  @BeforeEach
  void somebodyIsThere() {
    world.person = ScriptedPerson.atTerminal();
  }

  @Test
  void itIsTheBrowser() {
    world.annApproves("session-token");

    assertThat(world.usual().run(Optional.of(ANN)).account()).isEqualTo(ANN);
    assertThat(world.person.opened()).hasSize(1);
    assertThat(world.person.asked()).isEmpty();
  }

  @Test
  void withoutALoginServiceThePasswordIsAskedForAndThatIsSaid() {
    world.person.answers("Password", PASSWORD);

    assertThat(world.usual().run(Optional.of(ANN)).account()).isEqualTo(ANN);
    assertThat(world.person.told()).singleElement().asString().contains("HEROKU_LOGIN_HOST");
  }

  @Test
  void anotherProgramsLoginIsOfferedFirst() {
    world.annApproves("session-token");
    world.heroku.addAuthorization(ANN, "its-token");
    world.offer = new ItsLogin();
    world.person.answers(QUESTION, "yes", "no");

    world.usual().run(Optional.empty());
    assertThat(world.stored()).containsValue("its-token");
    world.store.remove(world.store.list());

    world.usual().run(Optional.empty());
    assertThat(world.stored()).containsValue("session-token").doesNotContainValue("its-token");
  }

  @Test
  void nobodyIsAskedWhereNobodyIs() {
    world.annApproves("session-token");
    world.person = ScriptedPerson.absent();

    assertThatThrownBy(() -> world.usual().run(Optional.empty()))
        .isInstanceOfSatisfying(
            UsageException.class,
            e -> assertThat(e.hint().orElseThrow()).contains("--browser none"));
    assertThat(world.heroku.calls()).isEmpty();
  }

  private record ItsLogin() implements CredentialOffer {
    @Override
    public String program() {
      return "another program";
    }

    @Override
    public Optional<String> account() {
      return Optional.of(ANN);
    }

    @Override
    public Optional<Credential> find(String account, Host host) {
      return Optional.of(new Credential(host, account, Secret.of("its-token")));
    }
  }
}
