package dev.keyport.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.keychain.testkit.PrivateSession;
import dev.keyport.testkit.TokenStoreContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every keychain that can't list, with a stand-in for the keychain itself. */
abstract class IndexedKeychainContract extends TokenStoreContract {
  static final Host HOST = Host.parse("api.indexed.example");

  final FakeBackEnd keyring;
  private final Platform platform;

  @TempDir private Path folder;

  IndexedKeychainContract(Platform platform, FakeBackEnd keyring) {
    this.platform = platform;
    this.keyring = keyring;
  }

  @Override
  protected TokenStore open() {
    return open(PrivateSession.PATIENCE);
  }

  private TokenStore open(Duration timeout) {
    StoreContext context =
        new StoreContext(
            new Machine(Map.of(), folder, "Linux"),
            InteractionPolicy.ALWAYS,
            timeout,
            notice -> {});
    return new KeychainTokenStore(
        StoreSpec.parse("keychain"),
        context,
        new IndexedKeychain(
            platform,
            new JavaKeyring(platform, true, type -> keyring),
            new IdFile(folder.resolve("index"), "entries.ids", Duration.ofSeconds(10))),
        "keychain-indexed",
        Prompting.of(context));
  }

  private Path indexFile() {
    return folder.resolve("index").resolve("entries.ids");
  }

  @Override
  protected Optional<StoreSpec> sharedSpec() {
    return Optional.empty();
  }

  static Credential credential(String login, String secret) {
    return new Credential(HOST, login, Secret.of(secret));
  }

  @Test
  void theIndexNamesTheEntriesAndNoSecret() throws Exception {
    try (TokenStore store = open()) {
      store.save(List.of(credential("ann+1@x.example", "s3cret"), credential("", "s3cret")));

      assertThat(Files.readString(indexFile()))
          .isEqualTo("api.indexed.example ann%2B1%40x.example\napi.indexed.example \n");
      assertThat(store.list())
          .containsExactly(new CredentialId(HOST, "ann+1@x.example"), new CredentialId(HOST, ""));
    }
  }

  @Test
  void anIndexLineThatMakesNoSenseIsCorruptAndNamed() throws Exception {
    try (TokenStore store = open()) {
      store.save(List.of(credential("ann", "s3cret")));
      Files.writeString(indexFile(), Files.readString(indexFile()) + "what\n");

      assertThatThrownBy(store::list)
          .isInstanceOf(StoreException.Corrupt.class)
          .hasMessageContaining(indexFile() + ":2");
      assertThatThrownBy(() -> store.save(List.of(credential("bob", "s3cret"))))
          .isInstanceOf(StoreException.Corrupt.class);
    }
  }

  @Test
  void anIdWhoseSecretIsGoneIsPassedOver() {
    try (TokenStore store = open()) {
      store.save(List.of(credential("ann", "anns"), credential("bob", "bobs")));
      keyring.entries().remove(HOST + "|ann");

      assertThat(store.find(HOST)).contains(credential("bob", "bobs"));
    }
  }

  @Test
  void aWriteThatIsTakenAndNotMadeIsAnError() {
    try (TokenStore store = open()) {
      keyring.dropWrites();

      assertThatThrownBy(() -> store.save(List.of(credential("ann", "s3cret"))))
          .isInstanceOf(StoreException.Unavailable.class)
          .hasMessageContaining("ann at api.indexed.example");
      assertThat(store.list()).isEmpty();
    }
  }

  @Test
  void whatAnotherProgramWroteIsNotRead() {
    keyring.entries().put(HOST + "|ann", "others");
    try (TokenStore store = open()) {
      assertThat(store.find(HOST)).isEmpty();
      assertThat(store.find(new CredentialId(HOST, "ann"))).isEmpty();
      assertThat(store.remove(List.of(new CredentialId(HOST, "ann")))).isEmpty();
    }
    assertThat(keyring.entries()).containsEntry(HOST + "|ann", "others");
  }

  final void everyCallRaises(Class<? extends StoreException> type, String message) {
    try (TokenStore store = open()) {
      store.save(List.of(credential("ann", "old")));
      keyring.failWith(message);
      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              () -> store.find(HOST),
              () -> store.find(new CredentialId(HOST, "ann")),
              () -> store.save(List.of(credential("ann", "s3cret"))),
              () -> store.remove(List.of(new CredentialId(HOST, "ann"))))) {
        assertThatThrownBy(call)
            .isInstanceOf(type)
            .hasMessageContaining(platform.title())
            .hasMessageNotContaining("s3cret");
      }
      assertThat(store.list()).as("the index is as it was").hasSize(1);
    }
  }

  @Test
  void aFailureThatIsNotKnownIsUnavailableAndNotQuoted() {
    everyCallRaises(StoreException.Unavailable.class, "something about s3cret");
  }

  @Test
  void aKeychainThatDoesNotAnswerIsTimedOut() {
    try (TokenStore store = open()) {
      store.save(List.of(credential("ann", "s3cret")));
    }
    keyring.stick();
    try (TokenStore store = open(Duration.ofMillis(300))) {
      assertThatThrownBy(() -> store.find(HOST)).isInstanceOf(StoreException.TimedOut.class);
    }
  }

  @Test
  void anEntryThatWasRemovedByHandCanBeSavedAndRemovedAgain() {
    try (TokenStore store = open()) {
      store.save(List.of(credential("ann", "old")));
      keyring.entries().clear();
      assertThat(store.remove(List.of(new CredentialId(HOST, "ann")))).isEmpty();

      store.save(List.of(credential("ann", "new")));
      assertThat(store.find(HOST)).contains(credential("ann", "new"));
    }
  }

  @Test
  void closingTheStoreClosesTheBackEnd() {
    try (TokenStore store = open()) {
      assertThat(store.find(HOST)).isEmpty();
    }
    assertThat(keyring.closed()).isEqualTo(1);
  }
}
