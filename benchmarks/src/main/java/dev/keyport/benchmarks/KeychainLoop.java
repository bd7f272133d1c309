package dev.keyport.benchmarks;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.keychain.KeychainTokenStoreProvider;
import java.time.Duration;

/**
 * Finds one password in the keyring of this process's session bus again and again, in one open
 * store, and prints the milliseconds of each look-up: HOST LOGIN SECONDS.
 */
public final class KeychainLoop {
  private KeychainLoop() {}

  /** Ends with status 1 when the password is not there. */
  public static void main(String[] arguments) {
    CredentialId id = new CredentialId(Host.parse(arguments[0]), arguments[1]);
    double seconds = Double.parseDouble(arguments[2]);
    StoreContext context =
        new StoreContext(
            Machine.current(), InteractionPolicy.NEVER, Duration.ofSeconds(20), notice -> {});
    try (TokenStore store =
        new KeychainTokenStoreProvider().open(StoreSpec.parse("keychain"), context)) {
      long end = System.nanoTime() + (long) (seconds * 1e9);
      do {
        long start = System.nanoTime();
        if (store.find(id).isEmpty()) {
          System.exit(1);
        }
        System.out.println((System.nanoTime() - start) / 1e6);
      } while (System.nanoTime() < end);
    }
  }
}
