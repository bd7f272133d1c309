package dev.keyport.domain.store;

import dev.keyport.testkit.TokenStoreContract;
import java.util.Optional;

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
}
