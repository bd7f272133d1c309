package dev.keyport.domain.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.testkit.TokenStoreContract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemoryTokenStoreTest extends TokenStoreContract {
  private final InMemoryTokenStore store = new InMemoryTokenStore();

  @Override
  protected TokenStore open() {
    return store;
  }

  @Override
  protected Optional<StoreSpec> sharedSpec() {
    return Optional.empty();
  }

  @Test
  void anEntryWithoutASecretIsNotAnswered() {
    Host host = Host.parse("a.example");
    store.save(
        List.of(
            new Credential(host, "ann", Secret.of("")),
            new Credential(host, "bob", Secret.of("s"))));

    assertThat(store.find(host).map(Credential::login)).contains("bob");
  }
}
