package dev.keyport.domain.authorizations;

import static dev.keyport.domain.support.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.error.NotFoundException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.support.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManageSessionsTest {
  private final World world = new World();

  @BeforeEach
  void logIn() {
    world.logAnnIn();
  }

  private ManageSessions manage() {
    return new ManageSessions(world.heroku, world.heroku, world.calls());
  }

  @Test
  void aSessionIsListedAndEnded() {
    world.heroku.addSession(ANN, "in-the-browser");
    String id = manage().list().get(0).id();

    assertThat(manage().destroy(id).session().id()).isEqualTo(id);
    assertThat(world.heroku.takes("in-the-browser")).isFalse();
    assertThat(manage().list()).isEmpty();
    assertThatThrownBy(() -> manage().destroy(id)).isInstanceOf(ApiException.NotFound.class);
  }

  @Test
  void theLoginsOwnSessionIsToldApart() {
    world.heroku.addSession(ANN, "one-here");
    String here = manage().list().get(0).id();
    world.heroku.addSession(ANN, "another");
    String other =
        manage().list().stream()
            .map(Session::id)
            .filter(id -> !id.equals(here))
            .findAny()
            .orElseThrow();
    assertThat(manage().destroy(other).wasOwn()).isFalse();

    world.keep("api.heroku.com", ANN, "one-here");
    assertThat(manage().destroy(here).wasOwn()).isTrue();
  }

  @Test
  void aDescriptionWillDoWhereOnlyOneHasIt() {
    world.heroku.addSession(ANN, "one");
    manage().destroy("browser");
    assertThat(world.heroku.takes("one")).isFalse();
    assertThatThrownBy(() -> manage().destroy("browser")).isInstanceOf(NotFoundException.class);

    world.heroku.addSession(ANN, "two");
    world.heroku.addSession(ANN, "three");
    assertThatThrownBy(() -> manage().destroy("browser")).isInstanceOf(UsageException.class);
    assertThat(world.heroku.takes("two")).isTrue();
    assertThat(world.heroku.takes("three")).isTrue();
  }
}
