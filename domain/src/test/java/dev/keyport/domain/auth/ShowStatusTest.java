package dev.keyport.domain.auth;

import static dev.keyport.domain.support.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.support.World;
import dev.keyport.testkit.FaultyTokenStore.Call;
import dev.keyport.testkit.ScriptedPerson;
import org.junit.jupiter.api.Test;

class ShowStatusTest {
  private final World world = new World();

  private AuthStatus status() {
    // At a terminal: a question would fail the test.
    world.person = ScriptedPerson.atTerminal();
    return new ShowStatus(world.heroku, world.store, world.tokens(), world.endpoints).status();
  }

  @Test
  void aValidLogin() {
    world.logAnnIn();
    AuthStatus status = status();

    assertThat(status.validity()).isEqualTo(AuthStatus.Validity.VALID);
    assertThat(status.account().map(Account::email)).contains(ANN);
    assertThat(status.problem()).isEmpty();
    assertThat(status.storeStatus()).isInstanceOf(StoreStatus.Ready.class);
    assertThat(status.toString()).doesNotContain("HRKU-");
  }

  @Test
  void nobodyLoggedIn() {
    AuthStatus status = status();

    assertThat(status.validity()).isEqualTo(AuthStatus.Validity.NONE);
    assertThat(status.token()).isEmpty();
    assertThat(status.problem().orElseThrow()).isInstanceOf(NotLoggedInException.class);
  }

  @Test
  void aRefusedToken() {
    world.keep("api.heroku.com", ANN, "dead");

    assertThat(status().validity()).isEqualTo(AuthStatus.Validity.REFUSED);
    assertThat(status().token()).isPresent();
  }

  @Test
  void anApiThatCannotBeAsked() {
    world.logAnnIn();
    world.heroku.failNext("account", new ApiException.Network(ApiFailure.of("no answer")));

    assertThat(status().validity()).isEqualTo(AuthStatus.Validity.UNKNOWN);
  }

  @Test
  void aStoreThatCannotAnswerIsNotOneWithoutAToken() {
    world.store.fail(Call.FIND, new StoreException.TimedOut("late", null));
    AuthStatus status = status();

    assertThat(status.validity()).isEqualTo(AuthStatus.Validity.UNKNOWN);
    assertThat(status.storeStatus()).isInstanceOf(StoreStatus.Unavailable.class);
    assertThat(status.problem().orElseThrow()).isInstanceOf(StoreException.TimedOut.class);
  }

  @Test
  void theEnvironmentsTokenIsLookedAtEvenWhereTheStoreIsLocked() {
    world.store.fail(Call.FIND, new StoreException.Locked("locked", null));
    world.heroku.addAuthorization(ANN, "from-outside-01");
    world.environment("from-outside-01");

    assertThat(status().validity()).isEqualTo(AuthStatus.Validity.VALID);
    assertThat(status().token().orElseThrow().isFromEnvironment()).isTrue();
  }

  @Test
  void aRefusedTokenOfTheEnvironmentIsNotMendedByALogin() {
    world.environment("from-outside-02");

    assertThat(status().problem().orElseThrow().hint().orElseThrow())
        .contains("HEROKU_API_KEY", "unset it");
  }
}
