package dev.keyport.keychain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.keychain.testkit.FakeSecretService;
import dev.keyport.keychain.testkit.PrivateSession;
import dev.keyport.testkit.TokenStoreContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fake keyring keeps the contract as the real one does, so that what it fakes means something.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FakeSecretServiceTest extends TokenStoreContract {
  private static final Host HOST = Host.parse("api.budget.example");
  private static final int CALLS_OF_A_GET = 10;

  private PrivateSession session;
  private FakeSecretService service;

  @BeforeAll
  void startSession(@TempDir Path folder) throws Exception {
    PrivateSession.requirePrograms();
    session = PrivateSession.start(folder);
    service = FakeSecretService.start(session.address());
  }

  @AfterAll
  void endSession() {
    if (session != null) {
      session.close();
    }
  }

  @AfterEach
  void emptyKeyring() {
    service.clear();
  }

  @Override
  protected TokenStore open() {
    return new KeychainTokenStoreProvider()
        .open(
            StoreSpec.parse("keychain"),
            new StoreContext(
                session.machine(), InteractionPolicy.NEVER, PrivateSession.PATIENCE, notice -> {}));
  }

  @Override
  protected Optional<StoreSpec> sharedSpec() {
    return Optional.empty();
  }

  /** Two more go to the bus itself, to say hello and to ask for the service. */
  @Test
  void aGetMakesFewCalls() {
    try (TokenStore store = open()) {
      store.save(List.of(new Credential(HOST, "ann", Secret.of("s3cret"))));
    }
    int before = service.calls().size();
    try (TokenStore store = open()) {
      assertThat(store.find(HOST)).isPresent();
    }

    assertThat(service.calls().subList(before, service.calls().size()))
        .contains("SearchItems", "GetSecret")
        .hasSizeLessThanOrEqualTo(CALLS_OF_A_GET - 2);
  }
}
