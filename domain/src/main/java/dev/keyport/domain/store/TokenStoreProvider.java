package dev.keyport.domain.store;

/**
 * Opens the stores of one scheme; found by {@link java.util.ServiceLoader}. An implementation is
 * public, has a public constructor without parameters, does nothing in it, and carries {@link
 * StoreScheme}. It is used by one thread at a time; the store that it opens, by several.
 *
 * <pre>{@code
 * @StoreScheme("scratch")
 * public final class ScratchProvider implements TokenStoreProvider {
 *   @Override
 *   public TokenStore open(StoreSpec spec, StoreContext context) {
 *     return new InMemoryTokenStore();
 *   }
 * }
 * }</pre>
 *
 * <p>Its name stands in {@code META-INF/services/dev.keyport.domain.store.TokenStoreProvider}, and
 * in a module's {@code provides}. Then {@code scratch} names a store like any other.
 */
public interface TokenStoreProvider {
  /**
   * Opens the store that the spec names. Opening reads no secret and prompts nobody; a store that
   * can't be used says so in its status and at the first call.
   *
   * @param spec its scheme is this provider's
   * @param context the machine and person it is opened for
   * @throws dev.keyport.domain.error.UsageException when the argument makes no sense
   */
  TokenStore open(StoreSpec spec, StoreContext context);
}
