package dev.keyport.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.keychain.testkit.PrivateSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items as the heroku CLI makes them, by secret-tool, in a real gnome-keyring. */
class HerokuCliItemTest {
  private static final Host API = Host.parse("api.heroku.com");
  private static final String ANN = "ann@x.example";

  @TempDir private Path folder;
  private PrivateSession session;

  @BeforeEach
  void start() throws Exception {
    PrivateSession.requirePrograms();
    session = PrivateSession.start(folder);
    session.startKeyring();
  }

  @AfterEach
  void end() {
    if (session != null) {
      session.close();
    }
  }

  private StoreContext context() {
    return new StoreContext(
        session.machine(), InteractionPolicy.ALWAYS, PrivateSession.PATIENCE, notice -> {});
  }

  private void store(String email, String token, String... further) throws Exception {
    List<String> command =
        new java.util.ArrayList<>(
            List.of("store", "--label=heroku-cli", "service", "heroku-cli", "account", email));
    command.addAll(List.of(further));
    session.secretTool(token, command.toArray(String[]::new));
  }

  @Test
  void whatTheCliStoredIsFoundAndLeftAsItIs() throws Exception {
    store(ANN, "token-of-ann");
    store("bob@x.example", "token-of-bob");
    HerokuCliItem item = new HerokuCliItem(context());

    assertThat(item.emails()).containsExactlyInAnyOrder(ANN, "bob@x.example");
    assertThat(item.find(ANN, API)).contains(new Credential(API, ANN, Secret.of("token-of-ann")));
    assertThat(item.find("ANN@x.example", API)).isEmpty();
    assertThat(session.secretTool("", "lookup", "service", "heroku-cli", "account", ANN))
        .isEqualTo("token-of-ann");
  }

  @Test
  void theOfferNamesTheAccountAndHandsOutItsToken() throws Exception {
    HerokuCliOffer offer = new HerokuCliOffer(session.machine());
    assertThat(offer.account()).isEmpty();

    store(ANN, "token-of-ann");

    assertThat(offer.account()).contains(ANN);
    assertThat(offer.find(ANN, API)).contains(new Credential(API, ANN, Secret.of("token-of-ann")));
    session.lock();
    assertThat(offer.account()).isEmpty();
  }

  @Test
  void asAStoreItIsReadForTheApiAndGitAndNeverChanged() throws Exception {
    store(ANN, "token-of-ann");
    Host git = Host.parse("git.heroku.com");
    try (TokenStore store =
        new HerokuCliStoreProvider().open(StoreSpec.parse("heroku-cli"), context())) {
      Credential ann = new Credential(API, ANN, Secret.of("token-of-ann"));

      assertThat(store.status())
          .isInstanceOfSatisfying(
              StoreStatus.Ready.class,
              it -> {
                assertThat(it.reason()).contains(ANN);
                assertThat(it.noTrial()).isPresent();
              });
      assertThat(store.list()).containsExactly(ann.id(), new CredentialId(git, ANN));
      assertThat(store.find(API)).contains(ann);
      assertThat(store.find(git)).isPresent();
      assertThat(store.find(ann.id())).contains(ann);
      assertThat(store.find(Host.parse("example.com"))).isEmpty();
      assertThat(store.find(new CredentialId(Host.parse("example.com"), ANN))).isEmpty();
      assertThatThrownBy(store::checkWritable).isInstanceOf(StoreException.Unavailable.class);
      assertThatThrownBy(() -> store.save(List.of(ann)))
          .isInstanceOfSatisfying(
              StoreException.Unavailable.class, it -> assertThat(it.hint()).isPresent());
      assertThat(store.remove(List.of(new CredentialId(API, "bob@x.example")))).isEmpty();
      assertThatThrownBy(() -> store.remove(List.of(ann.id())))
          .isInstanceOf(StoreException.Unavailable.class);
    }
    assertThat(session.secretTool("", "lookup", "service", "heroku-cli", "account", ANN))
        .isEqualTo("token-of-ann");
  }

  @Test
  void anotherProgramsItemIsNotTakenForTheClis() throws Exception {
    store(ANN, "others", "for", "another program");

    assertThat(new HerokuCliItem(context()).emails()).isEmpty();
    assertThat(new HerokuCliItem(context()).find(ANN, API)).isEmpty();
  }

  @Test
  void theStoreItselfNeitherListsItNorAnswersItForTheApi() throws Exception {
    store(ANN, "token-of-ann");
    try (TokenStore store =
        new KeychainTokenStoreProvider().open(StoreSpec.parse("keychain"), context())) {
      assertThat(store.list()).isEmpty();
      assertThat(store.find(API)).isEmpty();
      assertThat(store.find(new CredentialId(API, ANN))).isEmpty();
    }
  }

  @Test
  void aLockedKeyringIsLockedAndNobodyIsAsked() throws Exception {
    store(ANN, "token-of-ann");
    session.lock();

    assertThatThrownBy(() -> new HerokuCliItem(context()).emails())
        .isInstanceOf(StoreException.Locked.class);
    assertThatThrownBy(() -> new HerokuCliItem(context()).find(ANN, API))
        .isInstanceOf(StoreException.Locked.class);
  }

  @Test
  void withNoKeyringItIsAbsent() {
    StoreContext context = StoreContext.of(new Machine(Map.of(), folder, "Linux"));
    try (TokenStore store =
        new HerokuCliStoreProvider().open(StoreSpec.parse("heroku-cli"), context)) {
      assertThat(store.status()).isInstanceOf(StoreStatus.Absent.class);
    }
    assertThat(new HerokuCliOffer(context.machine()).account()).isEmpty();

    assertThatThrownBy(() -> new HerokuCliItem(context).emails())
        .isInstanceOf(StoreException.Absent.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mac OS X", "Windows 11"})
  void onOtherSystemsNothingIsFound(String osName) {
    HerokuCliItem item = new HerokuCliItem(StoreContext.of(new Machine(Map.of(), folder, osName)));

    assertThat(item.emails()).isEmpty();
    assertThat(item.find(ANN, API)).isEmpty();
    Machine machine = new Machine(Map.of(), folder, osName);
    assertThat(new HerokuCliOffer(machine).account()).isEmpty();
    try (TokenStore store =
        new HerokuCliStoreProvider()
            .open(StoreSpec.parse("heroku-cli"), StoreContext.of(machine))) {
      assertThat(store.status()).isInstanceOf(StoreStatus.Absent.class);
      assertThatThrownBy(store::list).isInstanceOf(StoreException.Absent.class);
    }
  }

  @Test
  void aPlaceIsUsage() {
    assertThatThrownBy(
            () -> new HerokuCliStoreProvider().open(StoreSpec.parse("heroku-cli:x"), context()))
        .isInstanceOf(UsageException.class);
  }
}
