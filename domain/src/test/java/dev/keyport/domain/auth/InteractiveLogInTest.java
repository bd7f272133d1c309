package dev.keyport.domain.auth;

import static dev.keyport.domain.support.World.ANN;
import static dev.keyport.domain.support.World.MONTH;
import static dev.keyport.domain.support.World.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.support.World;
import dev.keyport.domain.token.LoginKind;
import dev.keyport.testkit.FaultyTokenStore.Call;
import dev.keyport.testkit.InMemoryHeroku;
import dev.keyport.testkit.ScriptedPerson;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InteractiveLogInTest {
  private static final String EVE = "eve@example.com";

  private static final String QUESTION =
      "Another program is logged in as "
          + ANN
          + ". Use its login for api.heroku.com, as long as it lasts there?";

  private static final String INSTEAD = "Log in with the browser instead?";

  private final World world = new World();

  /** A login of another program; empty when it is gone before it is read. */
  private record OfferedLogin(String email, Optional<String> token) implements CredentialOffer {
    static final String LOCKED = "locked";

    @Override
    public String program() {
      return "another program";
    }

    @Override
    public Optional<String> account() {
      return Optional.of(email);
    }

    @Override
    public Optional<Credential> find(String account, Host host) {
      if (token.equals(Optional.of(LOCKED))) {
        throw new StoreException.Locked("the keyring is locked", null);
      }
      return token.map(text -> new Credential(host, account, Secret.of(text)));
    }
  }

  @BeforeEach
  void somebodyIsThere() {
    world.person = ScriptedPerson.atTerminal();
    world.heroku.addAccount(EVE, "eves", "123456");
  }

  private LoggedIn run(Optional<String> email) {
    return world.interactive().run(email, Optional.empty());
  }

  @Test
  void emailAndPasswordAreAskedFor() {
    world.person.answers("Email", ANN).answers("Password", PASSWORD);

    assertThat(run(Optional.empty()).account()).isEqualTo(ANN);
    assertThat(world.person.asked()).containsExactly("Email", "Password");
    assertThat(world.person.warned()).isEmpty();
  }

  @Test
  void theAccountLoggedInNowIsThePreset() {
    world.logAnnIn();
    world.person.answers("Email", "").answers("Password", PASSWORD);

    assertThat(run(Optional.empty()).account()).isEqualTo(ANN);
  }

  @Test
  void anEmailThatIsKnownIsNotAskedFor() {
    world.person.answers("Password", PASSWORD);

    assertThat(run(Optional.of(ANN)).account()).isEqualTo(ANN);
  }

  @Test
  void aRefusedOfferIsNoLogin() {
    world.offer = new OfferedLogin(ANN, Optional.of("anns-token"));
    world.person.answers(QUESTION, "no").answers("Email", ANN).answers("Password", PASSWORD);

    assertThat(run(Optional.empty()).account()).isEqualTo(ANN);
    assertThat(world.stored()).doesNotContainValue("anns-token");
  }

  @Test
  void anOfferThatIsTakenIsCheckedAndKeptAsPasted() {
    String token = "token-of-the-other-program";
    world.heroku.addAuthorization(ANN, token);
    world.offer = new OfferedLogin(ANN, Optional.of(token));
    world.person.answers(QUESTION, "");

    assertThat(run(Optional.empty()).account()).isEqualTo(ANN);
    assertThat(world.person.asked()).containsExactly(QUESTION);
    assertThat(world.stored()).hasSize(2).containsValue(token);
    assertThat(world.metadata.all().values())
        .allSatisfy(known -> assertThat(known.kind()).isEqualTo(LoginKind.PASTED));
  }

  @Test
  void anOfferThatIsNoLongerValidLeadsToThePassword() {
    world.offer = new OfferedLogin(ANN, Optional.of("revoked"));
    world.person.answers(QUESTION, "yes").answers("Email", ANN).answers("Password", PASSWORD);

    assertThat(run(Optional.empty()).account()).isEqualTo(ANN);
    assertThat(world.person.warned())
        .singleElement()
        .asString()
        .contains("another program's login can't be used")
        .doesNotContain("revoked");
  }

  @Test
  void anOfferThatIsGoneOrUnreadableLeadsToThePassword() {
    world.offer = new OfferedLogin(ANN, Optional.empty());
    world.person.answers(QUESTION, "yes", "yes").answers("Password", PASSWORD, PASSWORD);
    run(Optional.of(ANN));
    world.store.remove(world.store.list());

    world.offer = new OfferedLogin(ANN, Optional.of(OfferedLogin.LOCKED));
    run(Optional.of(ANN));

    assertThat(world.person.warned())
        .containsExactly(
            "another program keeps no login of " + ANN + " any more", "the keyring is locked");
  }

  @Test
  void anOfferOfAnotherAccountIsNotMade() {
    world.offer = new OfferedLogin(EVE, Optional.of("eves-token"));
    world.person.answers("Password", PASSWORD);

    assertThat(run(Optional.of(ANN)).account()).isEqualTo(ANN);
    assertThat(world.person.asked()).containsExactly("Password");
  }

  @Test
  void whoIsLoggedInIsOfferedNothing() {
    world.logAnnIn();
    world.offer = new OfferedLogin(ANN, Optional.of("anns-token"));
    world.person.answers("Email", "").answers("Password", PASSWORD);

    run(Optional.empty());
    assertThat(world.person.asked()).containsExactly("Email", "Password");
  }

  @Test
  void noEmailThriceIsUsage() {
    world.person.answers("Email", "", " ", "");

    assertThatThrownBy(() -> run(Optional.empty()))
        .isInstanceOf(UsageException.class)
        .hasMessage("no email was given");
    assertThat(world.heroku.calls()).isEmpty();
  }

  @Test
  void aWrongPasswordMayBeGivenAnew() {
    world.person.answers("Password", "wrong", "wrong again", PASSWORD);

    assertThat(run(Optional.of(ANN)).account()).isEqualTo(ANN);
    assertThat(world.person.warned())
        .containsExactly(
            "There was a problem with your login.", "There was a problem with your login.");
  }

  @Test
  void aWrongPasswordThriceIsRejected() {
    world.person.answers("Password", "1", "2", "3", PASSWORD);

    assertThatThrownBy(() -> run(Optional.of(ANN))).isInstanceOf(ApiException.Rejected.class);
    assertThat(world.person.asked()).hasSize(3);
    assertThat(world.person.warned()).hasSize(2);
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void theSecondFactorIsAskedForWhereItIsNeeded() {
    world.person.answers("Password", "eves").answers("Two-factor code", "123456");

    assertThat(run(Optional.of(EVE)).account()).isEqualTo(EVE);
    assertThat(world.person.asked()).containsExactly("Password", "Two-factor code");
  }

  @Test
  void aWrongCodeIsAskedForAgainWithoutThePassword() {
    world.person.answers("Password", "eves").answers("Two-factor code", "000000", "123456");

    assertThat(run(Optional.of(EVE)).account()).isEqualTo(EVE);
    assertThat(world.person.asked())
        .containsExactly("Password", "Two-factor code", "Two-factor code");
    assertThat(world.person.warned()).containsExactly("Invalid two-factor code.");
  }

  @Test
  void aWrongCodeThriceIsRejected() {
    world.person.answers("Password", "eves").answers("Two-factor code", "1", "2", "3");

    assertThatThrownBy(() -> run(Optional.of(EVE)))
        .isInstanceOfSatisfying(
            ApiException.Rejected.class,
            e -> assertThat(e.isError("invalid_two_factor_code")).isTrue());
    assertThat(world.stored()).isEmpty();
  }

  @Test
  void aPasswordCorrectedMayNeedACodeToo() {
    world.person.answers("Password", "wrong", "eves").answers("Two-factor code", "9", "123456");

    assertThat(run(Optional.of(EVE)).account()).isEqualTo(EVE);
  }

  @Test
  void whatTypingAgainCannotMendIsNotAskedAgain() {
    world.person.answers("Password", PASSWORD, PASSWORD);
    world.heroku.failNext(
        "createAuthorization",
        new ApiException.Rejected(
            InMemoryHeroku.failure(401, "device_trust_required", "This device is not trusted.")));

    assertThatThrownBy(() -> run(Optional.of(ANN)))
        .isInstanceOf(ApiException.Rejected.class)
        .hasMessageContaining("device_trust_required");
    assertThat(world.person.asked()).containsExactly("Password");
  }

  @Test
  void aFreshTokenRefusedDoesNotAskForThePasswordAgain() {
    world.person.answers("Password", PASSWORD, PASSWORD);
    world.heroku.failNext(
        "account", new ApiException.Rejected(InMemoryHeroku.failure(401, "unauthorized", "no")));

    assertThatThrownBy(() -> run(Optional.of(ANN))).isInstanceOf(ApiException.Broken.class);
    assertThat(world.person.asked()).containsExactly("Password");
    assertThat(world.heroku.authorizationIds(ANN)).isEmpty();
  }

  @Test
  void otherFailuresEndItAtOnce() {
    world.person.answers("Password", PASSWORD);
    world.heroku.failNext(
        "createAuthorization",
        new ApiException.Forbidden(InMemoryHeroku.failure(403, "mfa_required", "Use a browser")));

    assertThatThrownBy(() -> run(Optional.of(ANN))).isInstanceOf(ApiException.Forbidden.class);
  }

  @Test
  void aLoginOfAnotherProgramIsNotOfferedWhereATimeIsAskedFor() {
    world.offer = new OfferedLogin(ANN, Optional.of("anns-token"));
    world.person.answers("Password", PASSWORD);
    Duration hour = Duration.ofHours(1);

    LoggedIn done = world.interactive().run(Optional.of(ANN), Optional.of(hour));
    assertThat(done.expiresAt()).contains(World.NOW.plus(hour));
    assertThat(world.person.asked()).containsExactly("Password");
  }

  @Test
  void aLoginLastsAMonthWhereNobodySaid() {
    world.person.answers("Password", PASSWORD);

    assertThat(run(Optional.of(ANN)).expiresAt()).contains(World.NOW.plus(MONTH));
  }

  @Test
  void anotherAccountInTheBrowserThanTheOneNamedIsTold() {
    world.annApproves("session-token");
    noPassword("mfa_required");
    world.person.answers("Password", PASSWORD).answers(INSTEAD, "");

    assertThat(run(Optional.of("eve@example.com")).account()).isEqualTo(ANN);
    assertThat(world.person.warned())
        .last()
        .asString()
        .contains("as " + ANN, "not as eve@example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mfa_required", "device_trust_required"})
  void anAccountThatTakesNoPasswordIsOfferedTheBrowser(String errorId) {
    world.annApproves("session-token");
    noPassword(errorId);
    world.person.answers("Password", PASSWORD).answers(INSTEAD, "");

    assertThat(run(Optional.of(ANN)).account()).isEqualTo(ANN);
    assertThat(world.person.warned()).containsExactly("Not by a password.");
    assertThat(world.person.opened()).hasSize(1);
    assertThat(world.stored()).containsValue("session-token");
  }

  @Test
  void theBrowserMayBeDeclined() {
    world.annApproves("session-token");
    noPassword("mfa_required");
    world.person.answers("Password", PASSWORD).answers(INSTEAD, "no");

    assertThatThrownBy(() -> run(Optional.of(ANN))).isInstanceOf(ApiException.Forbidden.class);
    assertThat(world.person.opened()).isEmpty();
  }

  private void noPassword(String errorId) {
    world.heroku.failNext(
        "createAuthorization",
        new ApiException.Forbidden(InMemoryHeroku.failure(403, errorId, "Not by a password.")));
  }

  @Test
  void nobodyIsAskedWhereNobodyIs() {
    world.person = ScriptedPerson.absent();

    assertThatThrownBy(() -> run(Optional.of(ANN)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no terminal");
  }

  @Test
  void nobodyIsAskedForALoginThatCannotBeKept() {
    world.store.fail(Call.FIND, new StoreException.Locked("locked", null));
    assertThatThrownBy(() -> run(Optional.empty())).isInstanceOf(StoreException.Locked.class);

    world.environment("outside");
    assertThatThrownBy(() -> run(Optional.empty())).isInstanceOf(UsageException.class);
    assertThat(world.person.asked()).isEmpty();
  }
}
