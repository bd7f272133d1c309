package dev.keyport.keychain;

import static dev.keyport.keychain.FakedKeyring.credential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.InterruptedByPersonException;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.keychain.testkit.FakePrompt;
import dev.keyport.keychain.testkit.PrivateSession;
import dev.keyport.keychain.testkit.Reaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is asked to unlock the keyring, and what becomes of the answer. */
class SecretServicePromptTest {
  private static final Host HOST = Host.parse("api.prompt.example");
  private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":0");
  private static final Duration SHORT = Duration.ofMillis(700);

  @TempDir private Path folder;
  private FakedKeyring keyring;

  @BeforeEach
  void start() throws Exception {
    keyring = FakedKeyring.start(folder);
    keyring.service().add(Item.searchOf(credential(HOST, "ann", "").id()), "item", "s3cret");
    keyring.service().lock();
  }

  @AfterEach
  void end() {
    if (keyring != null) {
      keyring.close();
    }
  }

  private TokenStore open(InteractionPolicy policy, Map<String, String> variables) {
    return keyring.open(policy, variables, PrivateSession.PATIENCE);
  }

  private TokenStore open(Duration patience) {
    StoreContext context =
        keyring.context(InteractionPolicy.IF_VISIBLE, DISPLAY, PrivateSession.PATIENCE);
    return KeychainTokenStoreProvider.secretService(
        StoreSpec.parse("keychain"), context, new Prompting(true, patience, context.notices()));
  }

  private long calls(String member) {
    return keyring.service().calls().stream().filter(member::equals).count();
  }

  @ParameterizedTest
  @CsvSource({"NEVER, DISPLAY", "NEVER, WAYLAND_DISPLAY", "NEVER, NONE", "IF_VISIBLE, NONE"})
  void whereNobodyMayBeAskedNothingIsShown(InteractionPolicy policy, String variable) {
    keyring.service().person(FakePrompt.UNLOCKS);
    try (TokenStore store = open(policy, Map.of(variable, ":0"))) {
      assertThatThrownBy(() -> store.find(HOST))
          .isInstanceOfSatisfying(
              StoreException.Locked.class,
              it -> {
                assertThat(it.code()).isEqualTo(ErrorCode.STORE_LOCKED);
                assertThat(it.hint()).isPresent();
              });
      assertThatThrownBy(() -> store.save(List.of(credential(HOST, "ann", "new"))))
          .isInstanceOf(StoreException.Locked.class);
    }
    assertThat(calls("Unlock")).isZero();
    assertThat(calls("Prompt")).isZero();
    assertThat(keyring.notices()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"IF_VISIBLE, DISPLAY", "IF_VISIBLE, WAYLAND_DISPLAY", "ALWAYS, NONE"})
  void onePersonIsAskedOnceAndTold(InteractionPolicy policy, String variable) {
    keyring.service().person(FakePrompt.UNLOCKS);
    try (TokenStore store = open(policy, Map.of(variable, ":0"))) {
      assertThat(store.find(HOST)).contains(credential(HOST, "ann", "s3cret"));
      store.save(List.of(credential(HOST, "ann", "new")));
    }
    assertThat(calls("Unlock")).isEqualTo(1);
    assertThat(calls("Prompt")).isEqualTo(1);
    assertThat(keyring.notices()).singleElement().asString().contains("window", "120 seconds");
  }

  @Test
  void aKeyringThatUnlocksWithNoQuestionShowsNone() {
    keyring.service().on("Unlock", Reaction.after(keyring.service()::unlock));
    try (TokenStore store = open(InteractionPolicy.ALWAYS, Map.of())) {
      assertThat(store.find(HOST)).isPresent();
    }
    assertThat(calls("Prompt")).isZero();
    assertThat(keyring.notices()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(InteractionPolicy.class)
  void theStatusAsksNobody(InteractionPolicy policy) {
    try (TokenStore store = open(policy, DISPLAY)) {
      assertThat(store.status()).isInstanceOf(StoreStatus.Locked.class);
    }
    assertThat(calls("Unlock")).isZero();
  }

  @Test
  void aWindowThatIsClosedLeavesItLocked() {
    keyring.service().person(FakePrompt.CLOSES);
    try (TokenStore store = open(InteractionPolicy.IF_VISIBLE, DISPLAY)) {
      assertThatThrownBy(() -> store.save(List.of(credential(HOST, "ann", "new"))))
          .isInstanceOf(StoreException.Locked.class)
          .hasMessageContaining("closed");
    }
    assertThat(calls("Prompt")).isEqualTo(1);
    assertThat(keyring.service().items()).hasSize(1);
  }

  @Test
  void aWindowThatNobodyAnswersIsTakenAway() {
    try (TokenStore store = open(SHORT)) {
      assertThatThrownBy(() -> store.find(HOST))
          .isInstanceOf(StoreException.Locked.class)
          .hasMessageContaining("nobody answered");
    }
    assertThat(calls("Dismiss")).isEqualTo(1);
  }

  @Test
  void aPersonMayTakeLongerThanACall() throws Exception {
    Duration aCall = Duration.ofSeconds(3);
    StoreContext context = keyring.context(InteractionPolicy.ALWAYS, Map.of(), aCall);
    try (TokenStore store =
        KeychainTokenStoreProvider.secretService(
            StoreSpec.parse("keychain"),
            context,
            new Prompting(true, PrivateSession.PATIENCE, context.notices()))) {
      CompletableFuture<Boolean> found =
          CompletableFuture.supplyAsync(() -> store.find(HOST).isPresent());
      PrivateSession.await("the window is shown", () -> calls("Prompt") == 1);
      Deadline ofACall = Deadline.in(aCall);
      PrivateSession.await("a call would be over", () -> ofACall.remainingMillis() == 0);
      keyring.service().answerPrompt(FakePrompt.UNLOCKS);

      assertThat(found.get(PrivateSession.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void anInterruptTakesTheWindowAwayAndIsKept() throws Exception {
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    CompletableFuture<Throwable> raised = new CompletableFuture<>();
    try (TokenStore store = open(PrivateSession.PATIENCE)) {
      Thread asker =
          new Thread(
              () -> {
                try {
                  store.find(HOST);
                } catch (RuntimeException e) {
                  flag.complete(Thread.currentThread().isInterrupted());
                  raised.complete(e);
                }
              });
      asker.start();
      PrivateSession.await("the window is shown", () -> calls("Prompt") == 1);
      asker.interrupt();

      assertThat(raised.get(PrivateSession.PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .isInstanceOf(InterruptedByPersonException.class)
          .hasMessageContaining("stays locked");
      assertThat(flag.get()).isTrue();
      assertThat(calls("Dismiss")).isEqualTo(1);
    }
  }

  @Test
  void aServiceThatEndsWhileItsWindowWaitsIsUnavailable() {
    keyring.service().on("Prompt", Reaction.before(() -> keyring.service().close()));
    try (TokenStore store = open(PrivateSession.PATIENCE)) {
      assertThatThrownBy(() -> store.find(HOST))
          .isInstanceOf(StoreException.Unavailable.class)
          .hasMessageContaining("ended");
    }
  }

  @Test
  void aServiceThatNeverTakesTheCallToUnlockIsTimedOut() {
    keyring.service().on("Unlock", Reaction.SILENCE);
    try (TokenStore store = keyring.open(InteractionPolicy.ALWAYS, Map.of(), SHORT)) {
      assertThatThrownBy(() -> store.find(HOST)).isInstanceOf(StoreException.TimedOut.class);
    }
  }
}
