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
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.keychain.testkit.PrivateSession;
import dev.keyport.testkit.TokenStoreContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store's rules over a Secret Service collection, without a bus. */
class SecretServiceKeychainTest extends TokenStoreContract {
  private static final Host HOST = Host.parse("api.fake.example");
  private static final Host GIT = Host.parse("git.fake.example");
  private static final CredentialId ANN = new CredentialId(HOST, "ann");

  private final FakeItems items = new FakeItems();
  private final List<String> notices = new ArrayList<>();
  @TempDir private Path folder;

  @Override
  protected TokenStore open() {
    StoreContext context =
        new StoreContext(
            new Machine(Map.of(), folder, "Linux"),
            InteractionPolicy.NEVER,
            PrivateSession.PATIENCE,
            notices::add);
    return new KeychainTokenStore(
        StoreSpec.parse("keychain"),
        context,
        new SecretServiceKeychain(items, context.notices()),
        "keychain-fake",
        Prompting.of(context));
  }

  @Override
  protected Optional<StoreSpec> sharedSpec() {
    return Optional.empty();
  }

  private static Credential credential(Host host, String login, String secret) {
    return new Credential(host, login, Secret.of(secret));
  }

  @Test
  void onlyExactAttributesMatch() {
    items.add(
        Map.of("service", "api.fake.example", "account", "ann", "for", "x"), "l", 1, "superset");
    items.add(
        Map.of("service", "api.fake.example", "account", "ann", "xdg:schema", "org.other"),
        "l",
        1,
        "other schema");
    items.add(Map.of("service", "api.fake.example"), "l", 1, "subset");
    items.add(Map.of("service", "not a host", "account", "ann"), "l", 1, "no host");
    try (TokenStore store = open()) {
      assertThat(store.find(HOST)).isEmpty();
      assertThat(store.find(ANN)).isEmpty();
      assertThat(store.remove(List.of(ANN))).isEmpty();
      store.save(List.of(credential(HOST, "ann", "ours")));

      assertThat(items.items()).hasSize(5);
      assertThat(store.list()).containsExactly(ANN);
    }
  }

  @Test
  void theOldestOfAHostIsAnswered() {
    items.add(Map.of("service", "api.fake.example", "account", "bob"), "l", 20, "bobs");
    items.add(Map.of("service", "api.fake.example", "account", "ann"), "l", 10, "anns");
    try (TokenStore store = open()) {
      assertThat(store.find(HOST)).contains(credential(HOST, "ann", "anns"));
    }
  }

  @Test
  void anotherProgramsLoginIsNotListed() {
    items.add(
        Map.of("service", "heroku-cli", "account", "ann@x.example", "xdg:schema", Item.GENERIC),
        "heroku-cli",
        1,
        "others");
    try (TokenStore store = open()) {
      assertThat(store.list()).isEmpty();
    }
  }

  @Test
  void whenOneOfSeveralCantBeWrittenThoseBeforeItArePutBack() {
    try (TokenStore store = open()) {
      store.save(List.of(credential(HOST, "ann", "old")));
      items.lockAfter(0);

      assertThatThrownBy(
              () ->
                  store.save(
                      List.of(credential(HOST, "ann", "new"), credential(GIT, "ann", "new"))))
          .isInstanceOf(StoreException.Locked.class);
      assertThat(store.find(HOST)).contains(credential(HOST, "ann", "old"));
      assertThat(store.find(GIT)).isEmpty();
    }
  }

  @Test
  void whatCantBeHeldIsRefusedBeforeAnythingIsWritten() {
    try (TokenStore store = open()) {
      for (Credential unfit :
          List.of(
              credential(HOST, "nul\0", "s3cret"),
              credential(HOST, "half \ud83d", "s3cret"),
              credential(HOST, "ann", "half \ud83d"))) {
        assertThatThrownBy(() -> store.save(List.of(credential(GIT, "ann", "fit"), unfit)))
            .isInstanceOf(StoreException.Unrepresentable.class);
      }
      assertThat(items.items()).isEmpty();
    }
  }

  @Test
  void aJournalThatMakesNoSenseIsToldOfByReadsAndStopsWritesBeforeTheyBegin() throws Exception {
    try (TokenStore store = open()) {
      store.save(List.of(credential(HOST, "ann", "old")));
      Path journal = folder.resolve(".local/state/keyport/keychain-fake.journal");
      Files.writeString(journal, "what\n");

      assertThat(store.find(HOST)).contains(credential(HOST, "ann", "old"));
      assertThat(notices).singleElement().asString().contains(journal + ":1");
      assertThatThrownBy(
              () ->
                  store.save(
                      List.of(credential(HOST, "ann", "new"), credential(GIT, "ann", "new"))))
          .isInstanceOf(StoreException.Corrupt.class)
          .hasMessageContaining(journal + ":1");
      assertThat(store.find(HOST)).contains(credential(HOST, "ann", "old"));
    }
  }

  @Test
  void aClosedStoreSaysSo() {
    TokenStore store = open();
    store.close();
    store.close();

    assertThat(store.status()).isInstanceOf(StoreStatus.Unavailable.class);
    assertThatThrownBy(store::list)
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("closed");
  }
}
