package dev.keyport.examples;

import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.testkit.TokenStoreContract;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

// begin: contract
class SessionTokenStoreTest extends TokenStoreContract {
  private final TokenStore store = new SessionTokenStore(new ConcurrentHashMap<>());

  @Override
  protected TokenStore open() {
    return store;
  }

  @Override
  protected Optional<StoreSpec> sharedSpec() {
    return Optional.empty(); // no other process sees it
  }
}
// end: contract
