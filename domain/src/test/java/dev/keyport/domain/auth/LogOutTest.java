package dev.keyport.domain.auth;

import static dev.keyport.domain.support.World.ANN;
import static dev.keyport.domain.support.World.password;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.auth.LogOut.Scope;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.support.World;
import dev.keyport.domain.token.LoginKind;
import dev.keyport.testkit.FaultyTokenStore.Call;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogOutTest {
  private static final String API = "api.heroku.com";
  private static final String GIT = "git.heroku.com";
  private static final String BOB = "bob@example.com";
  private static final String TOKEN = "HRKU-0000-token-1111";

  private final World world = new World();

  private LoggedOut one(Scope scope, boolean revoke) {
    List<LoggedOut> ended = world.logOut().run(scope, revoke);
    assertThat(ended).hasSize(1);
    return ended.get(0);
  }

  private Revocation revocation() {
    return one(Scope.CURRENT, true).revocation();
  }

  private void keepBoth(String login, String token) {
    world.keep(API, login, token);
    world.keep(GIT, login, token);
  }

  @Test
  void ourOwnLoginIsRevokedAndForgotten() {
    world.logAnnIn();
    String id = world.heroku.authorizationIds(ANN).get(0);
    LoggedOut ended = one(Scope.CURRENT, true);

    assertThat(ended)
        .isEqualTo(
            new LoggedOut(
                ANN,
                List.of(
                    new CredentialId(Host.parse(API), ANN), new CredentialId(Host.parse(GIT), ANN)),
                new Revocation.Revoked(Optional.of(id))));
    assertThat(world.heroku.authorizationIds(ANN)).isEmpty();
    assertThat(world.stored()).isEmpty();
    assertThat(world.metadata.all()).isEmpty();
    assertThat(world.heroku.calls()).endsWith("revokeAuthorization");
  }

  @Test
  void notLoggedInIsNoError() {
    assertThat(world.logOut().run(Scope.CURRENT, true)).isEmpty();
    assertThat(world.logOut().run(Scope.ALL, true)).isEmpty();
    assertThat(world.heroku.calls()).isEmpty();
  }

  @Test
  void aPastedTokenIsOnlyForgottenAndThatIsSaid() {
    world.heroku.addAuthorization(ANN, TOKEN);
    keepBoth(ANN, TOKEN);
    world.know(API, ANN, LoginKind.PASTED, Optional.empty());

    assertThat(revocation())
        .isEqualTo(
            new Revocation.StillValid(
                "it was made elsewhere and given to Keyport, which only forgets it",
                Optional.empty()));
    assertThat(world.heroku.takes(TOKEN)).isTrue();
    assertThat(world.heroku.calls()).isEmpty();
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void theDefaultTokenIsOnlyForgottenAndThatIsSaid() {
    world.heroku.addDefaultAuthorization(ANN, TOKEN);
    keepBoth(ANN, TOKEN);

    assertThat(revocation())
        .isInstanceOfSatisfying(
            Revocation.StillValid.class, still -> assertThat(still.why()).contains("default"));
    assertThat(world.heroku.takes(TOKEN)).isTrue();
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void anUnknownTokenThatFitsOneMaskIsRevoked() {
    Authorization own = world.heroku.addAuthorization(ANN, TOKEN);
    world.heroku.addAuthorization(ANN, "HRKU-9999-token-1111");
    world.heroku.addAuthorization(ANN, "HRKU-0000-token-2222");
    world.heroku.addDefaultAuthorization(ANN, "HRKU-5555-token-5555");
    keepBoth(ANN, TOKEN);

    assertThat(revocation()).isEqualTo(new Revocation.Revoked(Optional.of(own.id())));
    assertThat(world.heroku.takes(TOKEN)).isFalse();
    assertThat(world.heroku.authorizationIds(ANN)).hasSize(3);
  }

  @Test
  void anUnknownTokenThatFitsTwoMasksIsLeft() {
    world.heroku.addAuthorization(ANN, TOKEN);
    world.heroku.addAuthorization(ANN, "HRKU-0000-other-1111");
    keepBoth(ANN, TOKEN);

    assertThat(revocation())
        .isEqualTo(
            new Revocation.StillValid(
                "2 of the account's authorizations could be its own", Optional.empty()));
    assertThat(world.heroku.authorizationIds(ANN)).hasSize(2);
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void aBrowsersSessionIsEnded() {
    world.heroku.addSession(ANN, TOKEN);
    keepBoth(ANN, TOKEN);
    world.know(API, ANN, LoginKind.BROWSER, Optional.empty());

    assertThat(revocation()).isEqualTo(new Revocation.Revoked(Optional.empty()));
    assertThat(world.heroku.takes(TOKEN)).isFalse();
    assertThat(world.heroku.calls()).containsExactly("endOwnSession");
  }

  @Test
  void aTokenThatFitsNoMaskIsLeft() {
    world.heroku.addSession(ANN, TOKEN);
    keepBoth(ANN, TOKEN);
    // Its session is not told of as its own, as of a token that another client made.
    AuthApi odd = new TokenRevocationTest.SessionlessApi(world.heroku);
    List<LoggedOut> ended =
        new LogOut(odd, world.store, world.metadata, world.tokens(), world.endpoints)
            .run(Scope.CURRENT, true);

    assertThat(ended.get(0).revocation())
        .isEqualTo(
            new Revocation.StillValid(
                "none of the account's authorizations is known to be its own", Optional.empty()));
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void aTokenThatIsDeadAlreadyIsSuccess() {
    world.logAnnIn();
    world.heroku.endAllTokens(ANN);

    assertThat(revocation()).isEqualTo(new Revocation.AlreadyInvalid());
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void metadataThatNamesAnAuthorizationTheApiDoesNotKnowIsNoProofThatTheTokenIsDead() {
    world.heroku.addAuthorization(ANN, TOKEN);
    keepBoth(ANN, TOKEN);
    world.know(API, ANN, LoginKind.PASSWORD, Optional.of("gone"));

    assertThat(revocation())
        .isInstanceOfSatisfying(
            Revocation.StillValid.class, still -> assertThat(still.why()).contains("gone"));
    assertThat(world.heroku.takes(TOKEN)).isTrue();
  }

  @Test
  void anAuthorizationThatSomebodyEndsMeanwhileIsDead() {
    world.logAnnIn();
    world.heroku.failNext(
        "revokeAuthorization", new ApiException.NotFound(ApiFailure.of("no such authorization")));
    world.heroku.before("account", () -> world.heroku.endAllTokens(ANN));

    assertThat(revocation()).isEqualTo(new Revocation.AlreadyInvalid());
  }

  @Test
  void theEntriesGoEvenWhenTheApiCannotBeReached() {
    world.logAnnIn();
    String id = world.heroku.authorizationIds(ANN).get(0);
    world.heroku.failNext(
        "revokeAuthorization", new ApiException.Network(ApiFailure.of("no answer")));

    assertThat(revocation())
        .isEqualTo(
            new Revocation.StillValid("the API could not revoke it: no answer", Optional.of(id)));
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void anAuthorizationFoundByItsMaskIsNamedWhenItCannotBeRevoked() {
    Authorization own = world.heroku.addAuthorization(ANN, TOKEN);
    keepBoth(ANN, TOKEN);
    world.heroku.failNext(
        "revokeAuthorization", new ApiException.Broken(ApiFailure.of("the API failed")));

    assertThat(revocation())
        .isInstanceOfSatisfying(
            Revocation.StillValid.class,
            still -> assertThat(still.authorizationId()).contains(own.id()));
  }

  @Test
  void aLockedStoreChangesNothing() {
    for (Call call : List.of(Call.FIND, Call.LIST)) {
      World locked = new World();
      locked.logAnnIn();
      locked.store.fail(call, new StoreException.Locked("the keyring is locked", null));
      int callsBefore = locked.heroku.calls().size();

      assertThatThrownBy(() -> locked.logOut().run(Scope.CURRENT, true))
          .isInstanceOf(StoreException.Locked.class);
      assertThat(locked.heroku.calls()).hasSize(callsBefore);
      locked.store.mend();
      assertThat(locked.stored()).hasSize(2);
      assertThat(locked.metadata.all()).hasSize(2);
    }
  }

  @Test
  void aStoreThatCannotBeWrittenTellsWhatWasRevoked() {
    world.logAnnIn();
    world.store.fail(Call.REMOVE, new StoreException.Unavailable("read-only", null, null));

    assertThatThrownBy(() -> world.logOut().run(Scope.CURRENT, true))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessage("read-only; at the API the token was revoked already, of " + ANN);
    assertThatThrownBy(() -> world.logOut().run(Scope.CURRENT, false)).hasMessage("read-only");
  }

  @Test
  void nothingIsRevokedThatCouldNotBeRemoved() {
    world.logAnnIn();
    world.store.fail(Call.CHECK, new StoreException.Unavailable("only read", null, null));

    assertThatThrownBy(() -> world.logOut().run(Scope.CURRENT, true)).hasMessage("only read");

    assertThat(world.stored()).isNotEmpty();
    assertThat(world.heroku.authorizationIds(ANN)).isNotEmpty();
  }

  @Test
  void metadataThatStaysBehindDoesNotKeepALoginFromEnding() {
    world.logAnnIn();
    world.metadata.failAfter(0);

    assertThat(revocation()).isInstanceOf(Revocation.Revoked.class);
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void otherAccountsAndHostsStay() {
    world.logAnnIn();
    world.keep(API, BOB, "bobs");
    world.keep("other.example", ANN, "other");
    world.logOut().run(Scope.CURRENT, true);

    assertThat(world.stored()).containsOnlyKeys(BOB + " at " + API, ANN + " at other.example");
  }

  @Test
  void allIsEveryLoginOfTheApiAndGitHosts() {
    world.heroku.addAccount(BOB, "bobs");
    world.heroku.addAuthorization(BOB, TOKEN);
    world.logAnnIn();
    keepBoth(BOB, TOKEN);
    world.keep("other.example", ANN, "other");
    List<LoggedOut> ended = world.logOut().run(Scope.ALL, true);

    assertThat(ended).extracting(LoggedOut::account).containsExactly(ANN, BOB);
    assertThat(ended)
        .extracting(LoggedOut::revocation)
        .hasOnlyElementsOfType(Revocation.Revoked.class);
    assertThat(world.stored()).containsOnlyKeys(ANN + " at other.example");
  }

  @Test
  void localRevokesNothingAndNamesWhatStillWorks() {
    world.logAnnIn();
    String id = world.heroku.authorizationIds(ANN).get(0);
    int callsBefore = world.heroku.calls().size();

    assertThat(one(Scope.CURRENT, false).revocation())
        .isEqualTo(
            new Revocation.StillValid(
                "only the stored entries were to be removed", Optional.of(id)));
    assertThat(world.heroku.calls()).hasSize(callsBefore);
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void theEnvironmentsTokenIsNeitherUsedNorRevoked() {
    world.logAnnIn();
    world.heroku.addAuthorization(ANN, "from-the-environment");
    world.environment("from-the-environment");

    assertThat(revocation()).isInstanceOf(Revocation.Revoked.class);
    assertThat(world.heroku.takes("from-the-environment")).isTrue();
    assertThat(world.stored()).isEmpty();
    assertThat(world.logOut().run(Scope.CURRENT, true)).isEmpty();
  }

  @Test
  void anEntryThatNamesThePortGoesToo() {
    world.endpoints =
        new Endpoints(URI.create("http://127.0.0.1:5000"), URI.create("http://localhost:5001"));
    world.keep("127.0.0.1:5000", ANN, TOKEN);
    world.keep("127.0.0.1", ANN, TOKEN);
    world.keep("localhost", ANN, TOKEN);
    world.keep("localhost:9", ANN, TOKEN);

    assertThat(one(Scope.CURRENT, false).removed())
        .extracting(CredentialId::toString)
        .containsExactly(ANN + " at 127.0.0.1:5000", ANN + " at 127.0.0.1", ANN + " at localhost");
    assertThat(world.stored()).containsOnlyKeys(ANN + " at localhost:9");
  }

  @Test
  void oneHostForBothIsOneEntry() {
    world.endpoints = new Endpoints(URI.create("https://x.com"), URI.create("https://x.com"));
    world.logAnnIn();

    assertThat(one(Scope.CURRENT, true).removed())
        .containsExactly(new CredentialId(Host.parse("x.com"), ANN));
  }

  @Test
  void everyDifferentTokenOfTheLoginIsRevokedAndTold() {
    world.logAnnIn();
    world.heroku.addAuthorization(ANN, TOKEN);
    world.keep(GIT, ANN, TOKEN);
    List<LoggedOut> ended = world.logOut().run(Scope.CURRENT, true);

    assertThat(ended).hasSize(2);
    assertThat(ended.get(0).removed()).containsExactly(new CredentialId(Host.parse(API), ANN));
    assertThat(ended.get(1).removed()).containsExactly(new CredentialId(Host.parse(GIT), ANN));
    assertThat(world.heroku.authorizationIds(ANN)).isEmpty();
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void theGitHostsLoginAloneEndsOnlyIfItIsOfOurMaking() {
    world.keep(GIT, "somebody", "their-own");
    assertThat(world.logOut().run(Scope.CURRENT, true)).isEmpty();
    assertThat(world.stored()).hasSize(1);

    world.know(GIT, "somebody", LoginKind.PASSWORD, Optional.of("auth"));
    assertThat(one(Scope.CURRENT, true).account()).isEqualTo("somebody");
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void anEntryThatNamesNobodyIsALoginOfItsOwn() {
    world.keep(API, "", "nameless");
    world.keep(GIT, ANN, "anns");

    LoggedOut ended = one(Scope.CURRENT, true);
    assertThat(ended.account()).isEmpty();
    assertThat(ended.revocation()).isEqualTo(new Revocation.AlreadyInvalid());
    assertThat(world.stored()).containsOnlyKeys(ANN + " at " + GIT);
  }

  @Test
  void loggingOutAndInAgainWorks() {
    world.heroku.addAccount(BOB, "bobs");
    world.logAnnIn();
    world.logOut().run(Scope.CURRENT, true);

    assertThat(world.logIn().withPassword(password(BOB, "bobs")).replaced()).isEmpty();
  }
}
