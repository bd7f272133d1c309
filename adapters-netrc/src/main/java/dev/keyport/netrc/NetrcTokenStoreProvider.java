package dev.keyport.netrc;

import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreScheme;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.store.TokenStoreProvider;

/**
 * Opens netrc files: {@code netrc:PATH} ({@code ~/} is the home folder), else the file that {@code
 * NETRC} names, else {@code ~/.netrc}, on Windows {@code ~/_netrc} unless {@code ~/.netrc} exists.
 *
 * <p>A path that ends in {@code .gpg} is read and written through gpg(1); so is {@code .netrc.gpg}
 * where it exists and the plain file it stands for does not (in the home folder, or where {@code
 * NETRC} says). Its text exists in memory and in pipes only. It is encrypted again to the keys it
 * was encrypted to. Three things are readable and refused for writing, since they could not be
 * kept: a passphrase instead of a key, hidden recipients, and a signature. Such a file is never
 * made: whom to encrypt it to is for its owner to say. A key that is missing or locked is {@link
 * dev.keyport.domain.store.StoreException.Locked}; gpg-agent asks for a passphrase only where the
 * policy allows it, and never for a status.
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
