package dev.keyport.keychain;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreScheme;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.store.TokenStoreProvider;

/**
 * Opens the operating system's keychain: {@code keychain}.
 *
 * <p>On Linux and other Unix systems it is the default keyring of the Secret Service (gnome-keyring
 * and others), whose items {@code secret-tool} sees as well. Nobody is ever prompted: a locked
 * keyring is reported as locked.
 */
@StoreScheme("keychain")
public final class KeychainTokenStoreProvider implements TokenStoreProvider {
  /** For {@link java.util.ServiceLoader}. */
  public KeychainTokenStoreProvider() {}

  /**
   * {@inheritDoc}
   *
   * @throws UsageException when the spec has an argument that names no keychain
   */
  @Override
  public TokenStore open(StoreSpec spec, StoreContext context) {
    if (spec.optionalArgument().isPresent()) {
      throw new UsageException(
          "\"" + spec.argument() + "\" names no keychain", "write just \"keychain\"");
    }
    return new KeychainTokenStore(
        spec, context, new SecretServiceKeychain(new SecretServiceItems(context.machine())));
  }
}
