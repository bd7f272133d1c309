package dev.keyport.domain.auth;

import static dev.keyport.domain.support.World.ANN;
import static dev.keyport.domain.support.World.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.apps.App;
import dev.keyport.domain.apps.ListApps;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.support.World;
import dev.keyport.domain.token.TokenOrigin;
import dev.keyport.testkit.FaultyTokenStore.Call;
import dev.keyport.testkit.ScriptedPerson;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthorizedCallsTest {
  private static final String NOT_LOGGED_IN = "Not logged in. Log in now?";
  private static final String NO_LONGER_VALID = "The stored token is no longer valid. Log in now?";
  private static final App APP =
      new App("1", "web", ANN, "eu", "https://git.heroku.com/web.git", "https://web.example");

  private final World world = new World();

  private Account whoAmI() {
    return new WhoAmI(world.heroku, world.calls()).account();
  }

  @Test
  void aCallIsMadeWithTheStoredToken() {
    world.logAnnIn();
    world.heroku.addApp(ANN, APP);

    assertThat(whoAmI().email()).isEqualTo(ANN);
    assertThat(new ListApps(world.heroku, world.calls()).apps()).containsExactly(APP);
  }

  @Test
  void withoutTokenAndPersonItIsNotLoggedIn() {
    assertThatThrownBy(this::whoAmI)
        .isInstanceOfSatisfying(
            NotLoggedInException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.NOT_LOGGED_IN);
              assertThat(e.message())
                  .isEqualTo("not logged in: memory has no credential for api.heroku.com");
              assertThat(e.hint().orElse("")).contains("keyport login");
            });
    assertThat(world.heroku.calls()).isEmpty();
  }

  @Test
  void withoutTokenAPersonLogsInOnTheWay() {
    world.person =
        ScriptedPerson.atTerminal()
            .answers(NOT_LOGGED_IN, "")
            .answers("Email", ANN)
            .answers("Password", PASSWORD);

    assertThat(whoAmI().email()).isEqualTo(ANN);
    assertThat(world.person.told()).endsWith("Logged in as " + ANN + ".");
  }

  @Test
  void withALoginServiceItIsTheBrowser() {
    world.annApproves("session-token");
    world.person = ScriptedPerson.atTerminal().answers(NOT_LOGGED_IN, "");

    assertThat(whoAmI().email()).isEqualTo(ANN);
    assertThat(world.person.opened()).hasSize(1);
  }

  @Test
  void aPersonMayDecline() {
    world.person = ScriptedPerson.atTerminal().answers(NOT_LOGGED_IN, "no");

    assertThatThrownBy(this::whoAmI).isInstanceOf(NotLoggedInException.class);
  }

  @Test
  void aRefusedTokenIsReplacedAndTheCallRepeatedOnce() {
    world.logAnnIn();
    world.heroku.endAllTokens(ANN);
    world.person =
        ScriptedPerson.atTerminal().answers(NO_LONGER_VALID, "yes").answers("Password", PASSWORD);

    assertThat(whoAmI().email()).isEqualTo(ANN);
    assertThat(world.heroku.calls())
        .containsExactly(
            "createAuthorization", // the first login
            "account",
            "account", // refused
            "createAuthorization", // the login on the way
            "account",
            "account"); // the same call again
  }

  @Test
  void aCallRefusedAgainIsNotMadeAThirdTime() {
    world.logAnnIn();
    world.person =
        ScriptedPerson.atTerminal().answers(NO_LONGER_VALID, "yes").answers("Password", PASSWORD);
    int[] made = {0};

    assertThatThrownBy(
            () ->
                world
                    .calls()
                    .call(
                        token -> {
                          made[0]++;
                          throw new ApiException.Rejected(ApiFailure.of("never"));
                        }))
        .isInstanceOf(ApiException.Rejected.class);
    assertThat(made[0]).isEqualTo(2);
  }

  @Test
  void aRefusedTokenWithoutAPersonIsRejected() {
    world.keep("api.heroku.com", ANN, "dead");

    assertThatThrownBy(this::whoAmI)
        .isInstanceOfSatisfying(
            ApiException.Rejected.class,
            e -> {
              assertThat(e.hint()).contains("log in again with: keyport login");
              assertThat(e.failure().requestId()).contains("req-401");
            });
  }

  @Test
  void aTokenStoredMeanwhileByAnotherProcessIsUsedWithoutAsking() {
    world.keep("api.heroku.com", ANN, "rotated-away");
    world.heroku.addAuthorization(ANN, "rotated-to-this");
    world.heroku.before("account", () -> world.keep("api.heroku.com", ANN, "rotated-to-this"));

    assertThat(whoAmI().email()).isEqualTo(ANN);
    assertThat(world.heroku.calls()).containsExactly("account", "account");
  }

  @Test
  void anEnvironmentTokenRefusedNamesItsVariableAndAsksNobody() {
    world.logAnnIn();
    world.environment("refused-canary");
    world.person = ScriptedPerson.atTerminal();

    assertThatThrownBy(this::whoAmI)
        .isInstanceOfSatisfying(
            ApiException.Rejected.class,
            e -> {
              assertThat(e.hint().orElse("")).contains("HEROKU_API_KEY");
              assertThat(e.toString() + e.hint()).doesNotContain("refused-canary");
            });
    assertThat(world.person.asked()).isEmpty();
  }

  @Test
  void anEnvironmentTokenWins() {
    world.logAnnIn();
    world.heroku.addAccount("ci@example.com", "x");
    world.heroku.addAuthorization("ci@example.com", "ci-token-0001");
    world.environment("ci-token-0001");

    assertThat(whoAmI().email()).isEqualTo("ci@example.com");
    assertThat(world.calls().token().origin())
        .isEqualTo(new TokenOrigin.Environment("HEROKU_API_KEY"));
  }

  @Test
  void otherErrorsArePassedOn() {
    world.logAnnIn();
    world.person = ScriptedPerson.atTerminal();
    world.heroku.failNext("account", new ApiException.Network(ApiFailure.of("no answer")));

    assertThatThrownBy(this::whoAmI).isInstanceOf(ApiException.Network.class);

    world.store.fail(Call.FIND, new StoreException.Locked("locked", null));
    assertThatThrownBy(this::whoAmI).isInstanceOf(StoreException.Locked.class);
  }

  private ShowToken showToken() {
    return new ShowToken(world.heroku, world.calls(), world.tokens(), world.store, world.endpoints);
  }

  @Test
  void theTokenIsShownForAHost() {
    world.logAnnIn();
    world.keep("other.example", "ann", "other");

    assertThat(showToken().of(Optional.empty()).account()).contains(ANN);
    assertThat(showToken().of(Optional.of(Host.parse("api.heroku.com"))).expiresAt())
        .contains(World.NOW.plus(World.MONTH));
    assertThat(showToken().of(Optional.of(Host.parse("other.example"))).token().reveal())
        .isEqualTo("other");
    assertThat(world.heroku.calls()).containsExactly("createAuthorization", "account");
  }

  @Test
  void aHostWithoutTokenIsNamed() {
    world.logAnnIn();
    world.person = ScriptedPerson.atTerminal();

    assertThatThrownBy(() -> showToken().of(Optional.of(Host.parse("none.example"))))
        .isInstanceOf(NotLoggedInException.class)
        .hasMessageContaining("none.example");
    assertThat(world.person.asked()).isEmpty();
  }

  @Test
  void aCheckedTokenIsTheOneTheApiTook() {
    world.logAnnIn();
    String own = world.stored().get(ANN + " at api.heroku.com");
    // Stored after the token was read and before the API answers: not the one that was checked.
    world.heroku.before("account", () -> world.keep("api.heroku.com", ANN, "unchecked"));

    assertThat(showToken().checked().token().reveal()).isEqualTo(own);
  }

  @Test
  void aRefusedTokenIsNotShownAsChecked() {
    world.keep("api.heroku.com", ANN, "dead");

    assertThatThrownBy(() -> showToken().checked()).isInstanceOf(ApiException.Rejected.class);
  }

  @Test
  void nothingIsShownWhereNobodyIsLoggedIn() {
    for (Optional<Host> host : List.of(Optional.<Host>empty(), Optional.of(Host.parse("x.y")))) {
      assertThatThrownBy(() -> showToken().of(host)).isInstanceOf(NotLoggedInException.class);
    }
    assertThatThrownBy(() -> showToken().checked()).isInstanceOf(NotLoggedInException.class);
  }
}
