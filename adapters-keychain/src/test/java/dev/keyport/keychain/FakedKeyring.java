package dev.keyport.keychain;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.keychain.testkit.FakeSecretService;
import dev.keyport.keychain.testkit.PrivateSession;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A bus of a test's own with the fake keyring on it, and stores opened on that. */
final class FakedKeyring implements AutoCloseable {
  private final PrivateSession session;
  private final FakeSecretService service;
  private final List<String> notices = new CopyOnWriteArrayList<>();

  private FakedKeyring(PrivateSession session, FakeSecretService service) {
    this.session = session;
    this.service = service;
  }

  static FakedKeyring start(Path folder) throws Exception {
    PrivateSession.requirePrograms();
    PrivateSession session = PrivateSession.start(folder);
    return new FakedKeyring(session, FakeSecretService.start(session.address()));
  }

  FakeSecretService service() {
    return service;
  }

  PrivateSession session() {
    return session;
  }

  /** What the stores told the person. */
  List<String> notices() {
    return notices;
  }

  /** A store that prompts nobody, with all the time there is. */
  TokenStore open() {
    return open(InteractionPolicy.NEVER, Map.of(), PrivateSession.PATIENCE);
  }

  TokenStore open(InteractionPolicy policy, Map<String, String> variables, Duration timeout) {
    return new KeychainTokenStoreProvider()
        .open(StoreSpec.parse("keychain"), context(policy, variables, timeout));
  }

  StoreContext context(InteractionPolicy policy, Map<String, String> variables, Duration timeout) {
    Map<String, String> environment = new HashMap<>(session.environment());
    environment.putAll(variables);
    Machine machine = new Machine(environment, session.machine().home(), "Linux");
    return new StoreContext(machine, policy, timeout, notices::add);
  }

  static Credential credential(Host host, String login, String secret) {
    return new Credential(host, login, Secret.of(secret));
  }

  @Override
  public void close() {
    service.close();
    session.close();
  }
}
