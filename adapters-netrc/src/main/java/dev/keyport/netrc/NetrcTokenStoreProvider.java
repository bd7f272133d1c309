package dev.keyport.netrc;

import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreScheme;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.store.TokenStoreProvider;

/**
 * Opens netrc files: {@code netrc:PATH} ({@code ~/} is the home folder), else the file that {@code
 * NETRC} names, else {@code ~/.netrc}, on Windows {@code ~/_netrc} unless {@code ~/.netrc} exists.
 */
@StoreScheme("netrc")
public final class NetrcTokenStoreProvider implements TokenStoreProvider {
  /** For {@link java.util.ServiceLoader}. */
  public NetrcTokenStoreProvider() {}

  @Override
  public TokenStore open(StoreSpec spec, StoreContext context) {
    return new NetrcTokenStore(
        NetrcLocation.of(spec.optionalArgument(), context.machine()), context);
  }
}
