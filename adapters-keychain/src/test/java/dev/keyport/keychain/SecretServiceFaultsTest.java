package dev.keyport.keychain;

import static dev.keyport.keychain.FakedKeyring.credential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.keychain.testkit.Reaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A keyring service that is stuck, fails, lies, dies or loses its collection, at each of its calls.
 */
class SecretServiceFaultsTest {
  private static final Host API = Host.parse("api.faults.example");
  private static final Host GIT = Host.parse("git.faults.example");
  private static final CredentialId ANN = new CredentialId(API, "ann");
  private static final CredentialId GIT_ANN = new CredentialId(GIT, "ann");
  private static final Duration SHORT = Duration.ofMillis(700);
  private static final String FAILED = "org.freedesktop.DBus.Error.Failed";

  @TempDir private Path folder;
  private FakedKeyring keyring;

  @BeforeEach
  void start() throws Exception {
    keyring = FakedKeyring.start(folder);
  }

  @AfterEach
  void end() {
    if (keyring != null) {
      keyring.close();
    }
  }

  private void given(String secret) {
    try (TokenStore store = keyring.open()) {
      store.save(List.of(credential(API, "ann", secret), credential(GIT, "ann", secret)));
    }
  }

  private static List<Credential> both(String secret) {
    return List.of(credential(API, "ann", secret), credential(GIT, "ann", secret));
  }

  private static String text(Optional<Credential> found) {
    return found.map(it -> it.secret().reveal()).orElse("nothing");
  }

  private String now(CredentialId id) {
    try (TokenStore store = keyring.open()) {
      return text(store.find(id));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ReadAlias", "GetAll", "SearchItems", "OpenSession", "GetSecret"})
  void aReadThatIsNeverAnsweredIsTimedOut(String member) {
    given("s3cret");
    keyring.service().on(member, Reaction.SILENCE);
    try (TokenStore store = keyring.open(InteractionPolicy.NEVER, Map.of(), SHORT)) {
      StoreException failure =
          catchThrowableOfType(StoreException.TimedOut.class, () -> store.find(API));

      assertThat(failure.code()).isEqualTo(ErrorCode.STORE_TIMEOUT);
      assertThat(failure.hint()).isPresent();
    }
  }

  @Test
  void aStuckServiceHasAStatusOfItsOwn() {
    keyring.service().on("ReadAlias", Reaction.SILENCE);
    try (TokenStore store = keyring.open(InteractionPolicy.ALWAYS, Map.of(), SHORT)) {
      assertThat(store.status())
          .isInstanceOfSatisfying(
              StoreStatus.Unavailable.class,
              it -> assertThat(it.failure()).isInstanceOf(StoreException.TimedOut.class));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ReadAlias", "GetAll", "SearchItems", "OpenSession", "GetSecret"})
  void aReadThatFailsIsUnavailable(String member) {
    given("s3cret");
    keyring.service().on(member, keyring.service().failing(FAILED));
    try (TokenStore store = keyring.open()) {
      assertThatThrownBy(() -> store.find(API))
          .isInstanceOf(StoreException.Unavailable.class)
          .hasMessageContaining(FAILED);
      assertThat(text(store.find(API))).as("the next call").isEqualTo("s3cret");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ReadAlias", "GetAll", "SearchItems", "OpenSession", "GetSecret"})
  void aServiceThatDiesInAReadIsUnavailableAndNotAbsent(String member) {
    given("s3cret");
    keyring.service().on(member, Reaction.DEATH);
    try (TokenStore store = keyring.open()) {
      assertThatThrownBy(() -> store.find(API))
          .isInstanceOf(StoreException.Unavailable.class)
          .hasMessageContaining("ended");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetAll", "SearchItems", "CreateItem", "SetSecret"})
  void aCollectionThatIsRemovedMeanwhileIsUnavailable(String member) {
    try (TokenStore store = keyring.open()) {
      store.save(List.of(credential(API, "ann", "old")));
      keyring.service().on(member, Reaction.COLLECTION_REMOVED);

      assertThatThrownBy(() -> store.save(both("new")))
          .isInstanceOf(StoreException.Unavailable.class)
          .hasMessageContaining("removed");
      assertThat(store.status()).isInstanceOf(StoreStatus.Unavailable.class);
    }
  }

  @Test
  void aCollectionThatIsRemovedBetweenSearchAndReadIsNotTakenForAnEmptyOne() {
    given("s3cret");
    keyring.service().on("GetSecret", Reaction.COLLECTION_REMOVED);
    try (TokenStore store = keyring.open()) {
      assertThatThrownBy(() -> store.find(API)).isInstanceOf(StoreException.Unavailable.class);
    }
  }

  @Test
  void aKeyringThatIsLockedMeanwhileIsLocked() {
    given("s3cret");
    keyring.service().on("SearchItems", Reaction.after(keyring.service()::lock));
    try (TokenStore store = keyring.open()) {
      assertThatThrownBy(() -> store.find(API)).isInstanceOf(StoreException.Locked.class);
    }
  }

  @Test
  void anItemThatIsRemovedBetweenSearchAndReadIsNotThere() {
    given("s3cret");
    keyring.service().on("GetSecret", Reaction.after(keyring.service()::clear));
    try (TokenStore store = keyring.open()) {
      assertThat(store.find(API)).isEmpty();
    }
  }

  @Test
  void anItemThatIsReplacedBetweenSearchAndReadIsFound() {
    given("s3cret");
    keyring
        .service()
        .on(
            "GetSecret",
            Reaction.after(
                () -> {
                  keyring.service().clear();
                  keyring.service().add(Item.searchOf(ANN), "by another program", "other");
                }));
    try (TokenStore store = keyring.open()) {
      assertThat(text(store.find(API))).isEqualTo("other");
    }
  }

  @Test
  void aSessionThatTheServiceForgotIsAgreedAgain() {
    given("s3cret");
    keyring
        .service()
        .on("GetSecret", keyring.service().failing("org.freedesktop.Secret.Error.NoSession"));
    try (TokenStore store = keyring.open()) {
      assertThat(text(store.find(API))).isEqualTo("s3cret");
    }
  }

  @Test
  void aWriteThatIsTakenAndNotMadeIsAnError() {
    keyring.service().dropWrites();
    try (TokenStore store = keyring.open()) {
      assertThatThrownBy(() -> store.save(List.of(credential(API, "ann", "s3cret"))))
          .isInstanceOf(StoreException.Unavailable.class)
          .hasMessageContaining("ann at api.faults.example")
          .hasMessageNotContaining("s3cret");
    }
  }

  @Test
  void aWriteThatReadsBackAsSomethingElseIsAnError() {
    keyring.service().answerAlways("a lie");
    try (TokenStore store = keyring.open()) {
      assertThatThrownBy(() -> store.save(List.of(credential(API, "ann", "s3cret"))))
          .isInstanceOf(StoreException.Unavailable.class)
          .hasMessageContaining("not what was written");
    }
  }

  @Test
  void aServiceThatMakesTwoOfOneIsToldOfAndTheNextSaveLeavesOne() {
    keyring.service().duplicate();
    try (TokenStore store = keyring.open()) {
      store.save(List.of(credential(API, "ann", "one")));
      assertThat(keyring.notices()).singleElement().asString().contains("2 items for ann");
      assertThat(store.status())
          .isInstanceOfSatisfying(
              StoreStatus.Ready.class, it -> assertThat(it.warnings()).hasSize(1));

      store.save(List.of(credential(API, "ann", "two")));

      assertThat(keyring.service().items()).hasSize(1);
      assertThat(text(store.find(API))).isEqualTo("two");
      assertThat(store.status())
          .isInstanceOfSatisfying(
              StoreStatus.Ready.class, it -> assertThat(it.warnings()).isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ReadAlias, 0",
    "OpenSession, 0",
    "SearchItems, 0",
    "SearchItems, 2",
    "SearchItems, 3",
    "SetSecret, 0",
    "SetSecret, 1",
    "GetSecret, 1",
    "GetSecret, 2",
    "GetSecret, 3",
    "GetAll, 4"
  })
  void aSaveThatFailsUnderWayLeavesBothAsTheyWere(String member, int others) {
    given("old");
    keyring.service().onNth(member, others, keyring.service().failing(FAILED));
    try (TokenStore store = keyring.open()) {
      assertThatThrownBy(() -> store.save(both("new")))
          .isInstanceOf(StoreException.Unavailable.class);
    }
    assertThat(now(ANN)).isEqualTo("old");
    assertThat(now(GIT_ANN)).isEqualTo("old");
    assertThat(keyring.service().items()).hasSize(2);
    assertThat(keyring.notices()).as("nothing is in doubt").isEmpty();
  }

  @Test
  void whenTheServiceSticksAtTheSecondOfTwoBothAreToldToBeInDoubtUntilTheyAreSaved() {
    given("old");
    keyring.service().onNth("SetSecret", 1, Reaction.SILENCE);
    try (TokenStore store = keyring.open(InteractionPolicy.NEVER, Map.of(), SHORT)) {
      assertThatThrownBy(() -> store.save(both("new"))).isInstanceOf(StoreException.TimedOut.class);
    }
    assertThat(keyring.notices())
        .singleElement()
        .asString()
        .contains("ann at api.faults.example", "ann at git.faults.example")
        .doesNotContain("old,", "new,");
    keyring.notices().clear();

    assertThat(now(ANN)).isEqualTo("new");
    assertThat(now(GIT_ANN)).isEqualTo("old");
    assertThat(keyring.notices()).as("told by each later use").hasSize(2);
    try (TokenStore store = keyring.open()) {
      assertThat(store.status())
          .isInstanceOfSatisfying(
              StoreStatus.Ready.class, it -> assertThat(it.warnings()).hasSize(1));
      store.save(both("newer"));
      assertThat(store.status())
          .isInstanceOfSatisfying(
              StoreStatus.Ready.class, it -> assertThat(it.warnings()).isEmpty());
    }
  }

  @Test
  void whenTheServiceDiesAtTheSecondOfTwoBothAreToldToBeInDoubt() {
    given("old");
    keyring.service().onNth("SetSecret", 1, Reaction.DEATH);
    try (TokenStore store = keyring.open()) {
      assertThatThrownBy(() -> store.save(both("new")))
          .isInstanceOf(StoreException.Unavailable.class)
          .hasMessageContaining("ended");
    }
    assertThat(keyring.notices()).singleElement().asString().contains("cut short");
  }

  @Test
  void aThreadThatIsInterruptedAtTheSecondOfTwoPutsTheFirstBack() throws Exception {
    given("old");
    Thread saver = Thread.currentThread();
    keyring
        .service()
        .onNth(
            "SetSecret",
            1,
            (answer, service) -> {
              saver.interrupt();
              // Answered late, so that the interrupt is seen first.
              service.on("SearchItems", Reaction.after(answer));
            });
    try (TokenStore store = keyring.open()) {
      assertThatThrownBy(() -> store.save(both("new")))
          .isInstanceOf(StoreException.Unavailable.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
    }
    assertThat(now(ANN)).isEqualTo("old");
    assertThat(now(GIT_ANN)).isEqualTo("old");
  }
}
