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

    assertThatThrownBy(() -> new HerokuCliItem(context).emails())
        .isInstanceOf(StoreException.Absent.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mac OS X", "Windows 11"})
  void onOtherSystemsNothingIsFound(String osName) {
    HerokuCliItem item = new HerokuCliItem(StoreContext.of(new Machine(Map.of(), folder, osName)));

    assertThat(item.emails()).isEmpty();
    assertThat(item.find(ANN, API)).isEmpty();
  }
}
