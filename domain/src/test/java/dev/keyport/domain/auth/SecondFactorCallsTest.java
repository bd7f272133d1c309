package dev.keyport.domain.auth;

import static dev.keyport.domain.support.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.apps.App;
import dev.keyport.domain.apps.ShowApp;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.keys.ManageKeys;
import dev.keyport.domain.keys.SshPublicKey;
import dev.keyport.domain.support.World;
import dev.keyport.testkit.ScriptedPerson;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls for which the API wants a code. */
class SecondFactorCallsTest {
  private static final String CODE = "123456";
  private static final String FOR_WEB = "Two-factor code for web";
  private static final String FOR_CALL = "Two-factor code";
  private static final App WEB =
      new App("1", "web", ANN, "eu", "https://git.heroku.com/web.git", "https://web.example");

  private final World world = new World();

  @BeforeEach
  void logIn() {
    world.logAnnIn();
    world.heroku.addApp(ANN, WEB);
  }

  private App show() {
    return new ShowApp(world.heroku, world.calls()).app("web");
  }

  private Account whoAmI() {
    return new WhoAmI(world.heroku, world.calls()).account();
  }

  private void answers(String question, String... inOrder) {
    world.person = ScriptedPerson.atTerminal().answers(question, inOrder);
  }

  @Test
  void anAppIsOpenedWithTheCodeAndTheCallRepeated() {
    world.heroku.demandCodeForApp("web", CODE);
    answers(FOR_WEB, CODE);

    assertThat(show()).isEqualTo(WEB);
    assertThat(world.heroku.calls()).endsWith("app", "preauthorize", "app");
    assertThat(show()).isEqualTo(WEB);
    assertThat(world.person.asked()).containsExactly(FOR_WEB);
  }

  @Test
  void anotherCallIsRepeatedWithTheCode() {
    world.heroku.demandCode("account", CODE);
    answers(FOR_CALL, CODE);

    assertThat(whoAmI().email()).isEqualTo(ANN);
    assertThat(world.heroku.calls()).endsWith("account", "account");
  }

  @Test
  void ofSeveralCallsOnlyTheRefusedOneBringsTheCode() {
    world.heroku.demandCode("addKey", CODE);
    answers(FOR_CALL, CODE);

    new ManageKeys(world.heroku, world.calls()).add(new SshPublicKey("ssh-ed25519", "AAAA", "me"));

    assertThat(world.heroku.calls()).endsWith("keys", "addKey", "keys", "addKey");
  }

  @Test
  void aWrongCodeMayBeGivenAnew() {
    world.heroku.demandCodeForApp("web", CODE);
    answers(FOR_WEB, "1", "2", CODE);

    assertThat(show()).isEqualTo(WEB);
    assertThat(world.person.warned()).hasSize(2);
  }

  @Test
  void threeWrongCodesAreRejectedWithoutOfferingALogin() {
    world.heroku.demandCodeForApp("web", CODE);
    answers(FOR_WEB, "1", "2", "3");

    assertThatThrownBy(this::show).isInstanceOf(ApiException.Rejected.class);
    assertThat(world.person.asked()).containsExactly(FOR_WEB, FOR_WEB, FOR_WEB);
  }

  @Test
  void anAppThatIsNotOpenedByTheCodeIsNotAskedForWithoutEnd() {
    answers(FOR_WEB, "1", "2", "3");
    SecondFactorDemand demand = new SecondFactorDemand(Optional.of("web"), "GET /x");
    world.heroku.demandCodeForApp("web", "1");

    assertThatThrownBy(
            () ->
                world
                    .calls()
                    .call(
                        token -> {
                          throw new ApiException.TwoFactorRequired(ApiFailure.of("code"), demand);
                        }))
        .isInstanceOf(ApiException.class);
    assertThat(world.person.asked()).hasSize(3);
  }

  @Test
  void withoutAPersonItIsTwoFactorRequired() {
    world.heroku.demandCodeForApp("web", CODE);

    assertThatThrownBy(this::show)
        .isInstanceOfSatisfying(
            ApiException.TwoFactorRequired.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.TWO_FACTOR_REQUIRED);
              assertThat(e.hint().orElse("")).contains("terminal", "--no-input");
            });
  }

  @Test
  void aTokenThatDiesMeanwhileIsALoginsMatter() {
    world.heroku.demandCodeForApp("web", CODE);
    world.heroku.before("preauthorize", () -> world.heroku.endAllTokens(ANN));
    world.person =
        ScriptedPerson.atTerminal()
            .answers(FOR_WEB, CODE)
            .answers("The stored token is no longer valid. Log in now?", "no");

    assertThatThrownBy(this::show).isInstanceOf(ApiException.Rejected.class);
  }
}
