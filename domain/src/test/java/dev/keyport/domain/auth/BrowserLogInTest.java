package dev.keyport.domain.auth;

import static dev.keyport.domain.support.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.BrowserChoice;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.support.World;
import dev.keyport.domain.token.LoginKind;
import dev.keyport.testkit.FaultyTokenStore.Call;
import dev.keyport.testkit.InMemoryHeroku;
import dev.keyport.testkit.ScriptedPerson;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrowserLogInTest {
  private static final BrowserChoice USUAL = new BrowserChoice.Usual();
  private static final String TOKEN = "session-token";

  private final World world = new World();

  @BeforeEach
  void somebodyIsThere() {
    world.person = ScriptedPerson.atTerminal();
    world.annApproves(TOKEN);
  }

  @Test
  void thePageIsOpenedAndTheTokenKeptForBothHosts() {
    LoggedIn done = world.browser().run(USUAL);

    assertThat(done.account()).isEqualTo(ANN);
    assertThat(done.expiresAt()).isEmpty();
    assertThat(world.person.opened())
        .containsExactly(URI.create("https://cli-auth.heroku.com/auth/browser/1"));
    assertThat(world.person.told())
        .containsExactly(
            "waiting for the login in the browser", "waited for the login in the browser");
    assertThat(world.stored())
        .containsOnlyKeys(ANN + " at api.heroku.com", ANN + " at git.heroku.com")
        .containsValue(TOKEN);
    assertThat(world.metadata.all().values())
        .hasSize(2)
        .allSatisfy(
            known -> {
              assertThat(known.kind()).isEqualTo(LoginKind.BROWSER);
              assertThat(known.authorizationId()).isEmpty();
            });
    assertThat(world.heroku.calls()).containsExactly("begin", "await", "account");
  }

  @Test
  void loggingOutEndsTheSession() {
    world.browser().run(USUAL);

    assertThat(world.logOut().run(LogOut.Scope.CURRENT, true))
        .singleElement()
        .satisfies(
            ended ->
                assertThat(ended.revocation()).isEqualTo(new Revocation.Revoked(Optional.empty())));
    assertThat(world.heroku.takes(TOKEN)).isFalse();
  }

  @Test
  void theSessionEndsWhereItsTokenCannotBeKept() {
    world.store.fail(Call.SAVE, new StoreException.Unavailable("the disk is full", null, null));

    assertThatThrownBy(() -> world.browser().run(USUAL))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessage("the disk is full; the token just made was revoked");
    assertThat(world.heroku.takes(TOKEN)).isFalse();
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void aSessionThatCannotBeEndedIsNamed() {
    world.store.fail(Call.SAVE, new StoreException.Unavailable("the disk is full", null, null));
    world.heroku.failNext(
        "endOwnSession", new ApiException.Broken(InMemoryHeroku.failure(500, "oops", "It fell")));

    assertThatThrownBy(() -> world.browser().run(USUAL))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageStartingWith(
            "the disk is full; the token just made could not be revoked and may still be valid, in"
                + " the session \"Keyport on laptop\" of the account (It fell")
        .hasMessageContaining("dashboard.heroku.com");
  }

  @Test
  void aTokenThatTheApiDoesNotTakeIsNotKept() {
    world.heroku.failNext(
        "account", new ApiException.Rejected(InMemoryHeroku.failure(401, "unauthorized", "no")));

    assertThatThrownBy(() -> world.browser().run(USUAL))
        .isInstanceOf(ApiException.Broken.class)
        .hasMessageContaining("does not take the token it just made");
    assertThat(world.heroku.takes(TOKEN)).isFalse();
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void whatMayBeLeftOfALostLoginIsTold() {
    world.heroku.failNext("await", new ApiException.Network(ApiFailure.of("no answer")));

    assertThatThrownBy(() -> world.browser().run(USUAL))
        .isInstanceOfSatisfying(
            ApiException.Network.class,
            e ->
                assertThat(e.hint().orElseThrow())
                    .contains("\"Keyport on laptop\"", "dashboard.heroku.com"));
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void aRefusalInTheBrowserLeavesNothing() {
    world.heroku.refuseLogins();

    assertThatThrownBy(() -> world.browser().run(USUAL))
        .isInstanceOfSatisfying(ApiException.Rejected.class, e -> assertThat(e.hint()).isEmpty());
    assertThat(world.stored()).isEmpty();
    assertThat(world.person.told()).contains("waited for the login in the browser");
  }

  @Test
  void withoutATerminalOnlyTheLinkIsToldOf() {
    world.person = ScriptedPerson.absent();

    assertThatThrownBy(() -> world.browser().run(USUAL))
        .isInstanceOfSatisfying(
            UsageException.class,
            e ->
                assertThat(e.hint().orElseThrow())
                    .contains("--password-stdin", "--with-token", "--browser none"));
    assertThat(world.heroku.calls()).isEmpty();
    assertThat(world.browser().run(new BrowserChoice.None()).account()).isEqualTo(ANN);
  }

  @Test
  void withoutALoginServiceNothingIsBegun() {
    world.endpoints = new Endpoints(world.endpoints.api(), world.endpoints.git(), Optional.empty());

    assertThatThrownBy(() -> world.browser().run(USUAL))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("api.heroku.com");
    assertThat(world.heroku.calls()).isEmpty();
  }

  @Test
  void nobodyIsSentToTheBrowserForALoginThatCannotBeKept() {
    world.store.fail(Call.CHECK_WRITABLE, new StoreException.Unavailable("read", null, null));
    assertThatThrownBy(() -> world.browser().run(USUAL)).isInstanceOf(StoreException.class);

    world.environment("outside");
    assertThatThrownBy(() -> world.browser().run(USUAL)).isInstanceOf(UsageException.class);
    assertThat(world.heroku.calls()).isEmpty();
    assertThat(world.person.opened()).isEmpty();
  }
}
