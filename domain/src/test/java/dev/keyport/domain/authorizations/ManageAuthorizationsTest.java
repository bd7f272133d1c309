package dev.keyport.domain.authorizations;

import static dev.keyport.domain.support.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.ApiFailure;
import dev.keyport.domain.auth.Authorization;
import dev.keyport.domain.auth.NewAuthorization;
import dev.keyport.domain.auth.OwnAuthorization;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.NotFoundException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.support.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManageAuthorizationsTest {
  private static final String DEPLOY = "HRKU-deploy-token-of-some-length";

  private final World world = new World();

  private ManageAuthorizations manage() {
    return new ManageAuthorizations(
        world.heroku,
        world.heroku,
        world.calls(),
        new OwnAuthorization(world.tokens(), world.endpoints));
  }

  private Authorization loggedInWithDeployToken() {
    world.logAnnIn();
    return world.heroku.addAuthorization(ANN, "deploy", DEPLOY);
  }

  private String ownId() {
    return world
        .metadata
        .find(world.store.spec(), world.store.list().get(0))
        .flatMap(known -> known.authorizationId())
        .orElseThrow();
  }

  private static String revealed(Authorization authorization) {
    return authorization.token().orElseThrow().reveal();
  }

  @Test
  void listsByDescriptionWithTokensMasked() {
    loggedInWithDeployToken();
    world.heroku.addAuthorization(ANN, "a first", "HRKU-another-token-of-length");

    List<Authorization> all = manage().list();

    assertThat(all)
        .extracting(Authorization::description)
        .containsExactly("Keyport on laptop", "a first", "deploy");
    assertThat(all).allSatisfy(one -> assertThat(revealed(one)).contains("**********"));
  }

  @Test
  void aTokenThatAListGivesInFullIsMasked() {
    Authorization full = world.heroku.addAuthorization(ANN, "deploy", DEPLOY);

    assertThat(revealed(full.masked())).isEqualTo("HRKU-dep**********ngth");
    assertThat(full.masked().masked()).isEqualTo(full.masked());
    assertThat(full.masked().matches(Secret.of(DEPLOY))).isTrue();
    Authorization small =
        new Authorization("1", "", Optional.of(Secret.of("short")), Optional.empty());
    assertThat(revealed(small.masked())).isEqualTo("**********");
  }

  @Test
  void makesOneWithItsTokenInFull() {
    world.logAnnIn();

    Authorization made =
        manage()
            .create(new NewAuthorization("ci", List.of("read"), Optional.of(Duration.ofHours(1))));

    assertThat(made.scope()).containsExactly("read");
    assertThat(made.expiresIn()).contains(Duration.ofHours(1));
    assertThat(world.heroku.takes(revealed(made))).isTrue();
  }

  @Test
  void aLostAnswerToMakingOneIsToldWithItsName() {
    world.logAnnIn();
    world.heroku.failNext(
        "createAuthorization with a token", new ApiException.Network(ApiFailure.of("no answer")));

    assertThatThrownBy(
            () -> manage().create(new NewAuthorization("ci", List.of(), Optional.empty())))
        .isInstanceOfSatisfying(
            ApiException.Network.class,
            e -> assertThat(e.hint().orElse("")).contains("\"ci\"", "dashboard.heroku.com"));
  }

  @Test
  void oneIsFoundByIdAndByDescription() {
    Authorization deploy = loggedInWithDeployToken();

    assertThat(manage().info("deploy").id()).isEqualTo(deploy.id());
    Authorization byId = manage().info(deploy.id());
    assertThat(byId.description()).isEqualTo("deploy");
    assertThat(revealed(byId)).contains("**********");
    assertThat(world.heroku.calls()).endsWith("authorizations", "authorization");
  }

  @Test
  void anUnknownNameListsWhatThereIsAndIsNotRepeated() {
    Authorization deploy = loggedInWithDeployToken();

    assertThatThrownBy(() -> manage().info(DEPLOY))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            e -> {
              assertThat(e.message()).doesNotContain(DEPLOY);
              assertThat(e.hint().orElse("")).contains(deploy.id() + " deploy");
            });
    assertThatThrownBy(() -> manage().info("")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> manage().info("01234567-89ab-cdef-0123-456789abcdef"))
        .isInstanceOf(ApiException.NotFound.class);
  }

  @Test
  void anAmbiguousDescriptionTouchesNothingAndListsTheCandidates() {
    Authorization one = loggedInWithDeployToken();
    Authorization two = world.heroku.addAuthorization(ANN, "deploy", "HRKU-second-token-of-length");

    assertThatThrownBy(() -> manage().revoke("deploy"))
        .isInstanceOfSatisfying(
            UsageException.class,
            e -> assertThat(e.hint().orElse("")).contains(one.id(), two.id()));
    assertThat(world.heroku.authorizationIds(ANN)).contains(one.id(), two.id());
  }

  @Test
  void theDescriptionIsChanged() {
    loggedInWithDeployToken();

    assertThat(
            manage()
                .update(
                    "deploy", new AuthorizationChange(Optional.of("renamed"), Optional.empty())))
        .extracting(Authorization::description)
        .isEqualTo("renamed");
    assertThatThrownBy(() -> new AuthorizationChange(Optional.empty(), Optional.empty()))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void rotatingReplacesTheToken() {
    Authorization deploy = loggedInWithDeployToken();

    Authorization rotated = manage().rotate("deploy");

    assertThat(rotated.id()).isEqualTo(deploy.id());
    assertThat(world.heroku.takes(revealed(rotated))).isTrue();
    assertThat(world.heroku.takes(DEPLOY)).isFalse();
  }

  @Test
  void aLostAnswerToRotatingIsTold() {
    Authorization deploy = loggedInWithDeployToken();
    world.heroku.failNext("regenerate", new ApiException.Broken(ApiFailure.of("500")));

    assertThatThrownBy(() -> manage().rotate(deploy.id()))
        .hasMessageContaining(deploy.id())
        .hasMessageContaining("may have been replaced");
  }

  @Test
  void revokingEndsTheToken() {
    Authorization deploy = loggedInWithDeployToken();

    assertThat(manage().revoke("deploy").id()).isEqualTo(deploy.id());
    assertThat(world.heroku.takes(DEPLOY)).isFalse();
  }

  @Test
  void theStoredLoginsOwnIsRefusedByItsId() {
    world.logAnnIn();
    String own = ownId();

    refused(() -> manage().revoke(own));
    refused(() -> manage().rotate(own));
    refused(() -> manage().revoke("Keyport on laptop"));
    assertThat(world.heroku.authorizationIds(ANN)).containsExactly(own);
  }

  @Test
  void theStoredLoginsOwnIsRefusedByItsMask() {
    Authorization deploy = world.heroku.addAuthorization(ANN, "deploy", DEPLOY);
    world.keep("api.heroku.com", ANN, DEPLOY);

    refused(() -> manage().revoke(deploy.id()));
    assertThat(world.heroku.takes(DEPLOY)).isTrue();
  }

  @Test
  void theStoredLoginsOwnIsRefusedWhateverTheEnvironmentHolds() {
    world.logAnnIn();
    String own = ownId();
    world.heroku.addAuthorization(ANN, "deploy", DEPLOY);
    world.environment(DEPLOY);

    refused(() -> manage().revoke(own));
  }

  private static void refused(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            UsageException.class,
            e -> assertThat(e.hint().orElse("")).contains("keyport auth:rotate", "keyport logout"));
  }
}
