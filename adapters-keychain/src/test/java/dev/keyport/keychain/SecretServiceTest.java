package dev.keyport.keychain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.keychain.testkit.PrivateSession;
import dev.keyport.testkit.TokenStoreContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract, and what other programs see, against a real gnome-keyring. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretServiceTest extends TokenStoreContract {
  private static final Host HOST = Host.parse("api.interop.example");
  private static final CredentialId ANN = new CredentialId(HOST, "ann");

  private PrivateSession session;

  @BeforeAll
  void startSession(@TempDir Path folder) throws Exception {
    PrivateSession.requirePrograms();
    session = PrivateSession.start(folder);
    session.startKeyring();
  }

  @AfterAll
  void endSession() {
    if (session != null) {
      session.close();
    }
  }

  @AfterEach
  void emptyKeyring() {
    Deadline deadline = Deadline.in(PrivateSession.PATIENCE);
    try (Items items = new SecretServiceItems(session.machine())) {
      items.open(deadline);
      items.search(Map.of(), deadline).forEach(item -> items.delete(item, deadline));
    }
  }

  @Override
  protected TokenStore open() {
    return new KeychainTokenStoreProvider()
        .open(
            StoreSpec.parse("keychain"),
            new StoreContext(
                session.machine(), InteractionPolicy.NEVER, PrivateSession.PATIENCE, notice -> {}));
  }

  /** Another process would look for the user's own session; see SecretServiceProcessesTest. */
  @Override
  protected Optional<StoreSpec> sharedSpec() {
    return Optional.empty();
  }

  private static Credential ann(String secret) {
    return new Credential(HOST, "ann", Secret.of(secret));
  }

  private static String revealed(Optional<Credential> found) {
    return found.map(it -> it.login() + "=" + it.secret().reveal()).orElse("nothing");
  }

  @Test
  void secretToolPrintsWhatWasSaved() throws Exception {
    try (TokenStore store = open()) {
      store.save(List.of(ann("s3cret-пароль")));
    }

    assertThat(session.secretTool("", "lookup", "service", HOST.toString(), "account", "ann"))
        .isEqualTo("s3cret-пароль");
  }

  @Test
  void whatSecretToolStoredIsFoundOverwrittenAndRemovedButNotListed() throws Exception {
    session.secretTool(
        "by hand", "store", "--label=mine", "service", HOST.toString(), "account", "ann");

    try (TokenStore store = open()) {
      assertThat(revealed(store.find(HOST))).isEqualTo("ann=by hand");
      assertThat(revealed(store.find(ANN))).isEqualTo("ann=by hand");
      assertThat(store.list()).isEmpty();

      assertThat(store.save(List.of(ann("by keyport"))).displaced())
          .containsExactly(ann("by hand"));
      assertThat(store.list()).containsExactly(ANN);
      assertThat(session.secretTool("", "lookup", "service", HOST.toString(), "account", "ann"))
          .isEqualTo("by keyport");

      assertThat(store.remove(List.of(ANN))).containsExactly(ANN);
      assertThat(session.secretTool("", "lookup", "service", HOST.toString(), "account", "ann"))
          .isEmpty();
    }
  }

  @Test
  void anItemWithFurtherAttributesIsNeitherReadNorChanged() throws Exception {
    session.secretTool(
        "others",
        "store",
        "--label=other",
        "service",
        HOST.toString(),
        "account",
        "ann",
        "for",
        "another program");

    try (TokenStore store = open()) {
      assertThat(store.find(HOST)).isEmpty();
      assertThat(store.find(ANN)).isEmpty();
      assertThat(store.list()).isEmpty();
      assertThat(store.remove(List.of(ANN))).isEmpty();

      store.save(List.of(ann("ours")));
      assertThat(revealed(store.find(ANN))).isEqualTo("ann=ours");
      store.remove(List.of(ANN));
    }
    assertThat(session.secretTool("", "lookup", "for", "another program")).isEqualTo("others");
  }

  @Test
  void duplicatesMadeByOthersBecomeOne() {
    Deadline deadline = Deadline.in(PrivateSession.PATIENCE);
    try (Items items = new SecretServiceItems(session.machine());
        TokenStore store = open()) {
      items.open(deadline);
      items.create(ANN, Secret.of("one"), deadline);
      items.create(ANN, Secret.of("two"), deadline);
      assertThat(items.search(Item.searchOf(ANN), deadline)).hasSize(2);

      assertThat(revealed(store.find(HOST))).isEqualTo("ann=two");
      store.save(List.of(ann("three")));

      assertThat(items.search(Item.searchOf(ANN), deadline)).hasSize(1);
      assertThat(revealed(store.find(HOST))).isEqualTo("ann=three");
    }
  }

  @Test
  void theItemIsReadableInAKeyringManager() {
    Deadline deadline = Deadline.in(PrivateSession.PATIENCE);
    try (Items items = new SecretServiceItems(session.machine());
        TokenStore store = open()) {
      store.save(List.of(ann("s3cret")));

      items.open(deadline);
      List<Item> found = items.search(Map.of(), deadline);
      assertThat(found).hasSize(1);
      assertThat(found.get(0).label()).isEqualTo("Keyport: ann at api.interop.example");
      assertThat(found.get(0).attributes()).isEqualTo(Item.attributesOf(ANN));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a|b", "\"ann\"", "o'ann", "two\nlines", "cr\rlf\n", "ann 😀", "", " ann ", "%41"})
  void anOddLoginIsKeptAndFoundBySecretTool(String login) throws Exception {
    CredentialId id = new CredentialId(HOST, login);
    try (TokenStore store = open()) {
      store.save(List.of(new Credential(HOST, login, Secret.of("s3cret"))));

      assertThat(revealed(store.find(HOST))).isEqualTo(login + "=s3cret");
      assertThat(store.list()).containsExactly(id);
      assertThat(session.secretTool("", "lookup", "service", HOST.toString(), "account", login))
          .isEqualTo("s3cret");
      assertThat(store.remove(List.of(id))).containsExactly(id);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"line\n", "line\r\n", "two\n\nlines", "nul\0char", "😀", "tab\t"})
  void anOddSecretIsKeptWholeForSecretToolToo(String secret) throws Exception {
    try (TokenStore store = open()) {
      store.save(List.of(ann(secret)));

      assertThat(revealed(store.find(ANN))).isEqualTo("ann=" + secret);
    }
    assertThat(session.secretTool("", "lookup", "service", HOST.toString(), "account", "ann"))
        .isEqualTo(secret);
  }

  @Test
  void gnomeKeyringHoldsFarMoreThanIsPromised() {
    Deadline deadline = Deadline.in(PrivateSession.PATIENCE);
    String mebibyte = "x".repeat(1 << 20);
    try (Items items = new SecretServiceItems(session.machine())) {
      items.open(deadline);
      items.create(ANN, Secret.of(mebibyte), deadline);
      Item item = items.search(Item.searchOf(ANN), deadline).get(0);

      assertThat(items.read(item, deadline).map(it -> it.reveal().length()))
          .contains(mebibyte.length());
    }
  }
}
