package dev.keyport.domain.auth;

import static dev.keyport.domain.support.World.ANN;
import static dev.keyport.domain.support.World.MONTH;
import static dev.keyport.domain.support.World.NOW;
import static dev.keyport.domain.support.World.PASSWORD;
import static dev.keyport.domain.support.World.password;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.store.Reach;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.support.World;
import dev.keyport.domain.token.FoundToken;
import dev.keyport.domain.token.LoginKind;
import dev.keyport.domain.token.Metadata;
import dev.keyport.testkit.FaultyTokenStore.Call;
import dev.keyport.testkit.InMemoryHeroku;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogInTest {
  private static final Host API = Host.parse("api.heroku.com");
  private static final Host GIT = Host.parse("git.heroku.com");

  private final World world = new World();

  @Test
  void aPasswordLoginIsKeptForBothHostsWithWhatIsKnownOfIt() {
    LoggedIn done = world.logAnnIn();

    String token = world.store.find(API).orElseThrow().secret().reveal();
    assertThat(world.stored())
        .containsOnlyKeys(ANN + " at api.heroku.com", ANN + " at git.heroku.com")
        .containsValues(token);
    assertThat(world.heroku.takes(token)).isTrue();
    assertThat(done)
        .isEqualTo(
            new LoggedIn(
                ANN,
                world.store.spec(),
                Reach.PROCESS,
                List.of(new CredentialId(API, ANN), new CredentialId(GIT, ANN)),
                Optional.of(NOW.plus(MONTH)),
                Optional.empty()));
    assertThat(world.metadata.all().values())
        .hasSize(2)
        .allSatisfy(
            known -> {
              assertThat(known.kind()).isEqualTo(LoginKind.PASSWORD);
              assertThat(known.authorizationId())
                  .contains(world.heroku.authorizationIds(ANN).get(0));
              assertThat(known.expiresAt()).contains(NOW.plus(MONTH));
              assertThat(known.describes(Secret.of(token))).isTrue();
            });
    assertThat(world.heroku.calls()).containsExactly("createAuthorization", "account");
  }

  @Test
  void oneHostForBothIsOneEntry() {
    world.endpoints =
        new Endpoints(URI.create("http://127.0.0.1:5000"), URI.create("http://127.0.0.1:5001"));
    LoggedIn done = world.logAnnIn();

    assertThat(done.saved()).containsExactly(new CredentialId(Host.parse("127.0.0.1"), ANN));
    assertThat(world.stored()).containsOnlyKeys(ANN + " at 127.0.0.1");
  }

  @Test
  void anEntryThatNamesThePortIsRenewedForItIsFoundFirst() {
    world.endpoints =
        new Endpoints(URI.create("http://127.0.0.1:5000"), URI.create("http://localhost:5001"));
    world.keep("127.0.0.1:5000", ANN, "old");
    world.logAnnIn();

    assertThat(world.stored())
        .containsOnlyKeys(ANN + " at 127.0.0.1", ANN + " at 127.0.0.1:5000", ANN + " at localhost")
        .doesNotContainValue("old");
  }

  @Test
  void underAnEnvironmentTokenNobodyIsLoggedIn() {
    world.environment("from-outside");

    assertThatThrownBy(world::logAnnIn)
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("HEROKU_API_KEY is set")
        .hasMessageNotContaining("from-outside");
    assertThatThrownBy(() -> world.logIn().withToken(Secret.of("x")))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> world.logIn().prepare()).isInstanceOf(UsageException.class);
    assertThat(world.heroku.calls()).isEmpty();
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void aStoreThatCannotBeReadIsFoundBeforeTheApiIsAsked() {
    world.store.fail(Call.FIND, new StoreException.Locked("locked", null));

    assertThatThrownBy(world::logAnnIn).isInstanceOf(StoreException.Locked.class);
    assertThat(world.heroku.calls()).isEmpty();
  }

  @Test
  void aWrongPasswordStoresNothing() {
    assertThatThrownBy(() -> world.logIn().withPassword(password(ANN, "wrong")))
        .isInstanceOf(ApiException.Rejected.class)
        .hasMessageNotContaining("wrong");
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void aSecondFactorIsAskedForAndSent() {
    world.heroku.addAccount("eve@example.com", "pw", "123456");
    PasswordLogin login = password("eve@example.com", "pw");

    assertThatThrownBy(() -> world.logIn().withPassword(login))
        .isInstanceOf(ApiException.TwoFactorRequired.class);
    assertThat(world.logIn().withPassword(login.withSecondFactor(Secret.of("123456"))).account())
        .isEqualTo("eve@example.com");
  }

  @Test
  void aLoginWhoseAnswerIsLostTellsWhatToLookForAndWhere() {
    ApiFailure lost = ApiFailure.of("no answer").withHint("try again");
    world.heroku.failNext("createAuthorization", new ApiException.Network(lost));
    world.heroku.failNext("createAuthorization", new ApiException.Broken(ApiFailure.of("odd")));

    assertThatThrownBy(world::logAnnIn)
        .isInstanceOfSatisfying(
            ApiException.Network.class,
            e -> {
              assertThat(e.message())
                  .isEqualTo("no answer; the account may have a new authorization all the same");
              assertThat(e.hint())
                  .contains(
                      "look for \"Keyport on laptop\" with keyport authorizations, or on the account"
                          + " page at dashboard.heroku.com, and revoke it; then try again");
            });
    assertThatThrownBy(world::logAnnIn)
        .isInstanceOf(ApiException.Broken.class)
        .hasMessageContaining("may have a new authorization");
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void aLoginThatNeverReachedTheApiIsNotSaidToHaveMadeAnything() {
    ApiException unsent = ApiException.Network.unsent(ApiFailure.of("no such name"));
    world.heroku.failNext("createAuthorization", unsent);

    assertThatThrownBy(world::logAnnIn).isSameAs(unsent);
  }

  @Test
  void whenTheStoreCannotSaveTheTokenIsRevoked() {
    world.store.fail(Call.SAVE, new StoreException.Unavailable("the disk is full", "free", null));

    assertThatThrownBy(world::logAnnIn)
        .isInstanceOfSatisfying(
            StoreException.Unavailable.class,
            e -> {
              assertThat(e.message())
                  .isEqualTo("the disk is full; the token just made was revoked");
              assertThat(e.hint()).contains("free");
            });
    assertThat(world.heroku.authorizationIds(ANN)).isEmpty();
    assertThat(world.stored()).isEmpty();
    assertThat(world.metadata.all()).isEmpty();
  }

  @Test
  void whenTheTokenCannotBeRevokedEitherItsAuthorizationIsNamed() {
    world.store.fail(Call.SAVE, new StoreException.Unavailable("the disk is full", null, null));
    world.heroku.failNext(
        "revokeAuthorization", new ApiException.Network(ApiFailure.of("no answer")));

    assertThatThrownBy(world::logAnnIn)
        .isInstanceOf(StoreException.Unavailable.class)
        .satisfies(
            e -> {
              String id = world.heroku.authorizationIds(ANN).get(0);
              assertThat(e)
                  .hasMessage(
                      "the disk is full; the token just made could not be revoked and may still be"
                          + " valid, as authorization "
                          + id
                          + " of the account (no answer); revoke it with keyport"
                          + " authorizations:revoke, or on the account page at"
                          + " dashboard.heroku.com, under Applications");
              assertThat(e.getSuppressed()).hasSize(1);
            });
  }

  @Test
  void anUnexpectedErrorOfTheApiClientStillNamesTheAuthorization() {
    world.store.fail(Call.SAVE, new StoreException.Unavailable("the disk is full", null, null));
    world.heroku.failNext("revokeAuthorization", new IllegalStateException("canary"));

    assertThatThrownBy(world::logAnnIn)
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining(world.heroku.authorizationIds(ANN).toString().substring(1, 37))
        .hasMessageContaining("(unexpected java.lang.IllegalStateException)");
  }

  @Test
  void anAuthorizationThatIsGoneAlreadyIsNoneToName() {
    world.store.fail(Call.SAVE, new StoreException.Unavailable("the disk is full", null, null));
    world.heroku.failNext(
        "revokeAuthorization",
        new ApiException.NotFound(InMemoryHeroku.failure(404, "not_found", "none")));

    assertThatThrownBy(world::logAnnIn)
        .hasMessage("the disk is full; the token just made is gone from the account already");
  }

  @Test
  void whenTheAccountCannotBeAskedTheTokenIsRevoked() {
    world.heroku.failNext("account", new ApiException.Broken(ApiFailure.of("the API failed")));

    assertThatThrownBy(world::logAnnIn)
        .isInstanceOf(ApiException.Broken.class)
        .hasMessage("the API failed; the token just made was revoked");
    assertThat(world.heroku.authorizationIds(ANN)).isEmpty();
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void aFreshTokenThatIsRefusedIsNoWrongPassword() {
    world.heroku.failNext(
        "account", new ApiException.Rejected(InMemoryHeroku.failure(401, "unauthorized", "no")));

    assertThatThrownBy(world::logAnnIn)
        .isInstanceOf(ApiException.Broken.class)
        .hasMessageStartingWith("the API does not take the token it just made: no")
        .hasMessageContaining("the token just made was revoked");
    assertThat(world.heroku.authorizationIds(ANN)).isEmpty();
  }

  @Test
  void anAccountWithoutAddressIsNotKept() {
    world.heroku.addAccount(" ", "x");
    world.heroku.addAuthorization(" ", "nameless-token");

    assertThatThrownBy(() -> world.logIn().withToken(Secret.of("nameless-token")))
        .isInstanceOf(ApiException.Broken.class)
        .hasMessageStartingWith("the API names no email address");
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void whenMetadataCannotBeWrittenEverythingIsAsBefore() {
    world.logAnnIn();
    var before = world.stored();
    var known = world.metadata.all();
    world.metadata.failAfter(0);

    assertThatThrownBy(world::logAnnIn)
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessage("the state folder is read-only; the token just made was revoked");
    assertThat(world.stored()).isEqualTo(before);
    assertThat(world.metadata.all()).isEqualTo(known);
    assertThat(world.heroku.authorizationIds(ANN)).hasSize(1);
  }

  @Test
  void whenMetadataFailsHalfWayTheStoreIsAsBeforeAndNothingFalseIsBelieved() {
    world.logAnnIn();
    var before = world.stored();
    world.metadata.failAfter(1);

    assertThatThrownBy(world::logAnnIn)
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessage("the state folder is read-only; the token just made was revoked")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(world.stored()).isEqualTo(before);
    // The first entry's metadata could not be put back: it is about another token, and not
    // believed.
    assertThat(world.tokens().stored(API).flatMap(FoundToken::metadata)).isEmpty();
    assertThat(world.tokens().stored(GIT).flatMap(FoundToken::metadata)).isPresent();
  }

  @Test
  void whenTheStoreCannotBePutBackThatIsSaid() {
    world.metadata.failAfter(0);
    world.store.fail(Call.REMOVE, new StoreException.TimedOut("no answer in 10s", null));

    assertThatThrownBy(world::logAnnIn)
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessage(
            "the state folder is read-only; what memory held before could not be put back"
                + " (no answer in 10s); the token just made was revoked");
    assertThat(world.heroku.authorizationIds(ANN)).isEmpty();
  }

  @Test
  void anotherLoginThatWouldBeFoundFirstIsReplacedAndTold() {
    world.heroku.addAccount("bob@example.com", "bobs");
    world.logAnnIn();
    String anns = world.heroku.authorizationIds(ANN).get(0);
    LoggedIn bob = world.logIn().withPassword(password("bob@example.com", "bobs"));

    assertThat(world.tokens().stored(API).flatMap(FoundToken::account)).contains("bob@example.com");
    assertThat(world.stored())
        .containsOnlyKeys("bob@example.com at api.heroku.com", "bob@example.com at git.heroku.com");
    assertThat(bob.replaced().map(LoggedIn.Replaced::account)).contains(ANN);
    assertThat(bob.replaced().flatMap(LoggedIn.Replaced::authorizationId)).contains(anns);
    assertThat(world.heroku.authorizationIds(ANN)).as("it stays valid").containsExactly(anns);
  }

  @Test
  void theLoginThatWasReplacedIsRevokedWhereThatIsWanted() {
    world.logAnnIn();
    String old = world.heroku.authorizationIds(ANN).get(0);
    LoggedIn done = world.logAnnIn();

    assertThat(world.logIn().revoke(done.replaced().orElseThrow()))
        .isEqualTo(new Revocation.Revoked(Optional.of(old)));
    assertThat(world.heroku.authorizationIds(ANN)).hasSize(1).doesNotContain(old);
  }

  @Test
  void aStoreThatIsOnlyReadIsRefusedBeforeAnythingIsMade() {
    world.store.fail(
        Call.CHECK_WRITABLE, new StoreException.Unavailable("it is only read", "another", null));

    assertThatThrownBy(world::logAnnIn).isInstanceOf(StoreException.Unavailable.class);
    assertThatThrownBy(() -> world.logIn().withToken(Secret.of("t")))
        .isInstanceOf(StoreException.Unavailable.class);
    assertThat(world.heroku.calls()).isEmpty();
  }

  @Test
  void whenTheOtherLoginCannotBeReplacedEverythingIsAsBefore() {
    world.heroku.addAccount("bob@example.com", "bobs");
    world.keep("api.heroku.com", ANN, "anns");
    world.store.fail(Call.REMOVE, new StoreException.Unavailable("read-only", null, null));

    assertThatThrownBy(() -> world.logIn().withPassword(password("bob@example.com", "bobs")))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("could not be put back")
        .hasMessageEndingWith("the token just made was revoked");
    assertThat(world.stored()).containsEntry(ANN + " at api.heroku.com", "anns");
    assertThat(world.metadata.all()).isEmpty();
  }

  @Test
  void anErrorOfNoTypeOfOursIsToldWithoutItsMessage() {
    world.heroku.failNext("account", new IllegalStateException("canary"));

    assertThatThrownBy(world::logAnnIn)
        .isInstanceOfSatisfying(
            KeyportException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.FAILED);
              assertThat(e.hint()).isEmpty();
            })
        .hasMessage("unexpected java.lang.IllegalStateException; the token just made was revoked")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void anotherErrorOfOursKeepsItsCodeAndHint() {
    world.heroku.failNext("account", new UsageException("odd", "do this"));

    assertThatThrownBy(world::logAnnIn)
        .isInstanceOfSatisfying(
            KeyportException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.USAGE);
              assertThat(e.hint()).contains("do this");
            })
        .hasMessage("odd; the token just made was revoked");
  }

  @Test
  void aLoginOfTheSameAccountTellsWhatItReplaced() {
    world.keep("api.heroku.com", ANN, "made-elsewhere");

    LoggedIn.Replaced replaced = world.logAnnIn().replaced().orElseThrow();
    assertThat(replaced.account()).isEqualTo(ANN);
    assertThat(replaced.authorizationId()).isEmpty();
  }

  @Test
  void anEntryWithoutALoginIsReplacedAsUnnamed() {
    world.keep("api.heroku.com", "", "made-elsewhere");

    assertThat(world.logAnnIn().replaced().map(LoggedIn.Replaced::account))
        .contains("an unnamed account");
  }

  @Test
  void anAuthorizationWithoutAUsableTokenIsNamed() {
    for (Optional<Secret> token :
        List.of(
            Optional.<Secret>empty(), Optional.of(Secret.of("a b")), Optional.of(Secret.of("")))) {
      AuthApi odd = new TokenlessApi(world.heroku, token);
      LogIn logIn =
          new LogIn(
              odd,
              world.store,
              world.metadata,
              world.tokens(),
              world.endpoints,
              java.time.Clock.systemUTC(),
              world.random,
              dev.keyport.domain.interaction.CriticalSection.unguarded());

      assertThatThrownBy(() -> logIn.withPassword(password(ANN, PASSWORD)))
          .isInstanceOf(ApiException.Broken.class)
          .hasMessageContaining("authorization auth-1 and sent no token")
          .hasMessageNotContaining("a b");
    }
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void aPastedTokenIsKeptOnceTheApiTakesIt() {
    world.heroku.addAuthorization(ANN, "pasted-token-0001");
    LoggedIn done = world.logIn().withToken(Secret.of("pasted-token-0001"));

    assertThat(done.account()).isEqualTo(ANN);
    assertThat(done.expiresAt()).isEmpty();
    assertThat(world.stored()).hasSize(2).containsValue("pasted-token-0001");
    assertThat(world.metadata.all().values())
        .extracting(Metadata::kind)
        .containsOnly(LoginKind.PASTED);
  }

  @Test
  void aTokenOfOurMakingStaysOurs() {
    world.logAnnIn();
    Secret own = world.store.find(API).orElseThrow().secret();
    LoggedIn again = world.logIn().withToken(own);

    assertThat(again.replaced()).isEmpty();
    assertThat(again.expiresAt()).contains(NOW.plus(MONTH));
    assertThat(world.metadata.all().values())
        .extracting(Metadata::kind)
        .containsOnly(LoginKind.PASSWORD);
  }

  @Test
  void aTokenThatIsRefusedOrNoneIsNotKept() {
    assertThatThrownBy(() -> world.logIn().withToken(Secret.of("unknown")))
        .isInstanceOf(ApiException.Rejected.class);
    for (String none : List.of("", "two words", "line\n", "tök")) {
      assertThatThrownBy(() -> world.logIn().withToken(Secret.of(none)))
          .isInstanceOf(UsageException.class);
    }
    assertThat(world.heroku.calls()).containsExactly("account");
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void aPastedTokenThatCannotBeKeptIsNeverRevoked() {
    world.heroku.addAuthorization(ANN, "pasted-token-0001");
    world.store.fail(Call.SAVE, new StoreException.Unavailable("the disk is full", null, null));

    assertThatThrownBy(() -> world.logIn().withToken(Secret.of("pasted-token-0001")))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessage("the disk is full");
    assertThat(world.heroku.takes("pasted-token-0001")).isTrue();
    assertThat(world.heroku.calls()).containsExactly("account");
  }

  @Test
  void preparingTellsWhoIsLoggedIn() {
    assertThat(world.logIn().prepare()).isEmpty();
    world.logAnnIn();
    assertThat(world.logIn().prepare()).contains(ANN);
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    for (String email : List.of("", " ", "ann:x@example.com", "ann\n@example.com")) {
      assertThatThrownBy(() -> password(email, "pw")).isInstanceOf(UsageException.class);
    }
  }

  /** Creates authorizations that come without a token that can be used. */
  private record TokenlessApi(AuthApi api, Optional<Secret> token) implements AuthApi {
    @Override
    public Authorization createAuthorization(PasswordLogin login) {
      return new Authorization("auth-1", "", token, Optional.empty());
    }

    @Override
    public Authorization createAuthorization(Secret with, NewAuthorization wanted) {
      return api.createAuthorization(with, wanted);
    }

    @Override
    public Account account(Secret of) {
      return api.account(of);
    }

    @Override
    public List<Authorization> authorizations(Secret of) {
      return api.authorizations(of);
    }

    @Override
    public Optional<Authorization> defaultAuthorization(Secret of) {
      return api.defaultAuthorization(of);
    }

    @Override
    public void revokeAuthorization(Secret with, String id) {
      api.revokeAuthorization(with, id);
    }

    @Override
    public boolean endOwnSession(Secret of) {
      return api.endOwnSession(of);
    }
  }
}
