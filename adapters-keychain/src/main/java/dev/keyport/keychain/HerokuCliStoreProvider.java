package dev.keyport.keychain;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreScheme;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.store.TokenStoreProvider;

/**
 * Opens {@code heroku-cli}: the login that the heroku CLI keeps in the desktop's keyring, as a
 * store that is only read. It answers for the API host and the git host.
 */
@StoreScheme("heroku-cli")
public final class HerokuCliStoreProvider implements TokenStoreProvider {
  /** For {@link java.util.ServiceLoader}. */
  public HerokuCliStoreProvider() {}

  /**
   * {@inheritDoc}
   *
   * @throws UsageException when the spec has an argument
   */
  @Override
  public TokenStore open(StoreSpec spec, StoreContext context) {
    if (spec.optionalArgument().isPresent()) {
      throw new UsageException(
          "the store heroku-cli has no places to choose from, as in \"" + spec + "\"",
          "write heroku-cli");
    }
    return new HerokuCliTokenStore(
        spec,
        new HerokuCliItem(context),
        Endpoints.of(context.machine()).storedHosts(),
        context.machine());
  }
}
