package dev.keyport.domain.auth;

import static dev.keyport.domain.support.World.ANN;
import static dev.keyport.domain.support.World.MONTH;
import static dev.keyport.domain.support.World.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.interaction.CriticalSection;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.support.World;
import dev.keyport.domain.token.LoginKind;
import dev.keyport.domain.token.Metadata;
import dev.keyport.testkit.FaultyTokenStore.Call;
import dev.keyport.testkit.ScriptedPerson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RotateLoginTest {
  private static final String API = "api.heroku.com";
  private static final String GIT = "git.heroku.com";
  private static final String TOKEN = "HRKU-0000-token-1111";

  private final World world = new World();

  private Rotated rotate() {
    return world.rotateLogin().run(Optional.empty());
  }

  private Optional<Metadata> known() {
    return world.metadata.find(world.store.spec(), new CredentialId(Host.parse(API), ANN));
  }

  private String token() {
    return world.store.find(Host.parse(API)).orElseThrow().secret().reveal();
  }

  private List<String> authorizations() {
    return world.heroku.authorizationIds(ANN);
  }

  @Test
  void aNewTokenTakesThePlaceOfTheOldOneForBothHosts() {
    world.logAnnIn();
    String before = token();
    String oldId = known().flatMap(Metadata::authorizationId).orElseThrow();

    Rotated rotated = rotate();

    assertThat(world.stored()).hasSize(2);
    assertThat(world.stored().values()).containsOnly(token()).doesNotContain(before);
    assertThat(world.heroku.takes(token())).isTrue();
    assertThat(world.heroku.takes(before)).isFalse();
    assertThat(rotated.login().account()).isEqualTo(ANN);
    assertThat(rotated.before()).containsExactly(new Revocation.Revoked(Optional.of(oldId)));
    assertThat(rotated.left()).isEmpty();
    assertThat(known().flatMap(Metadata::authorizationId)).contains(authorizations().get(0));
    assertThat(authorizations()).doesNotContain(oldId).hasSize(1);
  }

  @Test
  void theOldOneIsRevokedLast() {
    world.logAnnIn();
    world.heroku.before(
        "revokeAuthorization", () -> assertThat(world.heroku.takes(token())).isTrue());

    rotate();

    assertThat(world.heroku.calls())
        .endsWith(
            "authorizations", "createAuthorization with a token", "account", "revokeAuthorization");
  }

  @Test
  void makingKeepingAndRevokingAreOneStepThatIsNotCut() {
    world.logAnnIn();
    List<String> inOneStep = new ArrayList<>();
    world.keepWhole(
        new CriticalSection() {
          @Override
          public <T> T run(Supplier<T> step) {
            int before = world.heroku.calls().size();
            T result = step.get();
            inOneStep.addAll(world.heroku.calls().subList(before, world.heroku.calls().size()));
            return result;
          }
        });

    rotate();

    assertThat(inOneStep)
        .containsExactly("createAuthorization with a token", "account", "revokeAuthorization");
  }

  @Test
  void aRotationByAnotherProcessMeanwhileIsNoEndOfTheLogin() {
    world.logAnnIn();
    String before = token();
    world.heroku.before("authorizations", this::rotate);

    Rotated rotated = rotate();

    assertThat(rotated.before()).hasOnlyElementsOfType(Revocation.Revoked.class);
    assertThat(world.stored().values()).containsOnly(token()).doesNotContain(before);
    assertThat(world.heroku.takes(token())).isTrue();
    assertThat(authorizations()).hasSize(1);
  }

  @Test
  void aLoginThatIsOverIsNotTriedTwice() {
    world.logAnnIn();
    world.heroku.failNext("authorizations", new ApiException.Rejected(ApiFailure.of("over")));

    assertThatThrownBy(this::rotate).isInstanceOf(ApiException.Rejected.class);
    assertThat(world.heroku.calls()).filteredOn("authorizations"::equals).hasSize(1);
  }

  @Test
  void scopeDescriptionAndEndStay() {
    world.logAnnIn();
    rotate();

    Authorization now =
        world
            .heroku
            .authorizations(world.store.find(Host.parse(API)).orElseThrow().secret())
            .get(0);
    assertThat(now.description()).isEqualTo("Keyport on laptop");
    assertThat(now.scope()).containsExactly("global");
    assertThat(now.expiresIn()).contains(MONTH);
    assertThat(known().flatMap(Metadata::expiresAt)).contains(NOW.plus(MONTH));
  }

  @Test
  void anotherTimeMayBeAskedFor() {
    world.logAnnIn();

    world.rotateLogin().run(Optional.of(Duration.ofHours(8)));

    assertThat(known().flatMap(Metadata::expiresAt)).contains(NOW.plus(Duration.ofHours(8)));
  }

  @Test
  void whatCantBeRevokedIsToldWithItsId() {
    world.logAnnIn();
    String oldId = known().flatMap(Metadata::authorizationId).orElseThrow();
    String before = token();
    world.heroku.failNext("revokeAuthorization", new ApiException.Network(ApiFailure.of("down")));

    Rotated rotated = rotate();

    assertThat(rotated.before())
        .singleElement()
        .isInstanceOfSatisfying(
            Revocation.StillValid.class,
            left -> assertThat(left.authorizationId()).contains(oldId));
    assertThat(token()).isNotEqualTo(before);
  }

  @Test
  void whereTheNewOneCantBeSavedItIsRevokedAndTheOldOneStays() {
    world.logAnnIn();
    Map<String, String> stored = world.stored();
    List<String> before = authorizations();
    world.store.fail(Call.SAVE, new StoreException.Unavailable("disk full", "make room", null));

    assertThatThrownBy(this::rotate)
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("the token just made was revoked");

    assertThat(world.stored()).isEqualTo(stored);
    assertThat(authorizations()).isEqualTo(before);
    assertThat(world.heroku.takes(token())).isTrue();
  }

  @Test
  void whereTheApiDoesNotTakeTheNewOneTheOldOneStays() {
    world.logAnnIn();
    Map<String, String> stored = world.stored();
    List<String> before = authorizations();
    world.heroku.failNext("account", new ApiException.Broken(ApiFailure.of("500")));

    assertThatThrownBy(this::rotate).isInstanceOf(ApiException.Broken.class);

    assertThat(world.stored()).isEqualTo(stored);
    assertThat(authorizations()).isEqualTo(before);
  }

  @Test
  void aLostAnswerIsToldAndTheOldOneStays() {
    world.logAnnIn();
    Map<String, String> stored = world.stored();
    world.heroku.failNext(
        "createAuthorization with a token", new ApiException.Network(ApiFailure.of("no answer")));

    assertThatThrownBy(this::rotate)
        .hasMessageContaining("may have a new authorization")
        .isInstanceOfSatisfying(
            ApiException.Network.class,
            e -> assertThat(e.hint().orElse("")).contains("\"Keyport on laptop\""));
    assertThat(world.stored()).isEqualTo(stored);
  }

  @Test
  void aForeignTokenOfOneExactMaskIsRevoked() {
    Authorization old = world.heroku.addAuthorization(ANN, "another tool", TOKEN);
    world.keep(API, ANN, TOKEN);

    Rotated rotated = rotate();

    assertThat(rotated.before()).containsExactly(new Revocation.Revoked(Optional.of(old.id())));
    assertThat(world.heroku.takes(TOKEN)).isFalse();
    assertThat(world.stored()).hasSize(2);
  }

  @Test
  void aPastedTokenIsReplacedAndStillWorks() {
    world.heroku.addAuthorization(ANN, "another tool", TOKEN);
    world.keep(API, ANN, TOKEN);
    world.know(API, ANN, LoginKind.PASTED, Optional.empty());

    Rotated rotated = rotate();

    assertThat(rotated.before()).singleElement().isInstanceOf(Revocation.StillValid.class);
    assertThat(world.heroku.takes(TOKEN)).isTrue();
    assertThat(token()).isNotEqualTo(TOKEN);
    assertThat(known().map(Metadata::kind)).contains(LoginKind.PASSWORD);
  }

  @Test
  void theDefaultTokenIsReplacedAndStillWorks() {
    world.heroku.addDefaultAuthorization(ANN, TOKEN);
    world.keep(API, ANN, TOKEN);

    assertThat(rotate().before()).singleElement().isInstanceOf(Revocation.StillValid.class);
    assertThat(world.heroku.takes(TOKEN)).isTrue();
    assertThat(token()).isNotEqualTo(TOKEN);
  }

  @Test
  void aSessionIsReplacedAndEndedAndLastsAMonth() {
    world.heroku.addSession(ANN, TOKEN);
    world.keep(API, ANN, TOKEN);
    world.know(API, ANN, LoginKind.BROWSER, Optional.empty());

    assertThat(rotate().before()).containsExactly(new Revocation.Revoked(Optional.empty()));
    assertThat(world.heroku.takes(TOKEN)).isFalse();
    assertThat(known().flatMap(Metadata::expiresAt))
        .contains(NOW.plus(InteractiveLogIn.DEFAULT_TIME));
  }

  @Test
  void bothOfTwoTokensAreReplaced() {
    world.heroku.addAuthorization(ANN, "one", TOKEN);
    world.heroku.addAuthorization(ANN, "two", "HRKU-2222-token-2222");
    world.keep(API, ANN, TOKEN);
    world.keep(GIT, ANN, "HRKU-2222-token-2222");

    assertThat(rotate().before()).hasSize(2).hasOnlyElementsOfType(Revocation.Revoked.class);
    assertThat(world.stored().values()).hasSize(2).containsOnly(token());
  }

  @Test
  void theLoginNameOfTheEntryStays() {
    world.heroku.addAuthorization(ANN, "another tool", TOKEN);
    world.keep(API, "ann", TOKEN);
    world.keep(GIT, "ann", TOKEN);

    rotate();

    assertThat(world.stored()).containsOnlyKeys("ann at " + API, "ann at " + GIT);
  }

  @Test
  void theEnvironmentIsNoMatter() {
    world.logAnnIn();
    String before = token();
    world.environment("from-the-environment");

    rotate();

    assertThat(world.heroku.takes(before)).isFalse();
    assertThat(world.heroku.takes(token())).isTrue();
  }

  @Test
  void withoutLoginThereIsNothingToRotate() {
    assertThatThrownBy(this::rotate).isInstanceOf(NotLoggedInException.class);
    assertThat(world.heroku.calls()).isEmpty();
  }

  @Test
  void aDeadTokenIsRejected() {
    world.keep(API, ANN, "dead");

    assertThatThrownBy(this::rotate).isInstanceOf(ApiException.Rejected.class);
    assertThat(world.stored()).hasSize(1);
  }

  @Test
  void aCodeThatTheNewOneWantsIsAskedFor() {
    world.logAnnIn();
    String before = token();
    world.heroku.demandCode("createAuthorization with a token", "123456");
    world.person = ScriptedPerson.atTerminal().answers("Two-factor code", "1", "123456");

    rotate();

    assertThat(world.heroku.takes(before)).isFalse();
    assertThat(world.heroku.takes(token())).isTrue();
    assertThat(authorizations()).hasSize(1);
  }

  @Test
  void aCodeThatNobodyCanGiveLeavesTheOldOne() {
    world.logAnnIn();
    Map<String, String> stored = world.stored();
    world.heroku.demandCode("createAuthorization with a token", "123456");

    assertThatThrownBy(this::rotate).isInstanceOf(ApiException.TwoFactorRequired.class);
    world.person = ScriptedPerson.atTerminal().answers("Two-factor code", "1", "2", "3");
    assertThatThrownBy(this::rotate).isInstanceOf(ApiException.Rejected.class);

    assertThat(world.stored()).isEqualTo(stored);
    assertThat(authorizations()).hasSize(1);
  }
}
