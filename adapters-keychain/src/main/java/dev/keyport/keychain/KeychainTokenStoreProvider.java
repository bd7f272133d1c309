package dev.keyport.keychain;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreScheme;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.store.TokenStoreProvider;

/**
 * Opens the operating system's keychain.
 *
 * <ul>
 *   <li>{@code keychain}, on Linux and other Unix systems: the default keyring of the Secret
 *       Service (gnome-keyring and others), whose items {@code secret-tool} sees as well. Where the
 *       policy allows it, a locked one asks for its password in a window of its own, for up to two
 *       minutes; else it is reported as locked.
 *   <li>{@code keychain} on macOS and Windows: the login keychain and Credential Manager, through
 *       java-keyring. Tested against a stand-in only, never run on those systems.
 *   <li>{@code keychain:kwallet}: KDE's wallet by its own protocol, through java-keyring, for
 *       desktops where it serves no Secret Service. Not run either; it finds the session bus by
 *       this process's environment.
 * </ul>
 */
@StoreScheme("keychain")
public final class KeychainTokenStoreProvider implements TokenStoreProvider {
  private static final String KWALLET = "kwallet";

  /** For {@link java.util.ServiceLoader}. */
  public KeychainTokenStoreProvider() {}

  /**
   * {@inheritDoc}
   *
   * @throws UsageException when the spec has an argument that names no keychain
   */
  @Override
  public TokenStore open(StoreSpec spec, StoreContext context) {
    Machine machine = context.machine();
    if (spec.argument().equals(KWALLET) && !machine.isMac() && !machine.isWindows()) {
      return indexed(spec, new KdeWallet(), context);
    }
    if (spec.optionalArgument().isPresent()) {
      throw new UsageException(
          "\"" + spec.argument() + "\" names no keychain of this system",
          "write just \"keychain\", or \"keychain:kwallet\" on a KDE desktop");
    }
    if (machine.isMac()) {
      return indexed(spec, new MacKeychain(), context);
    }
    if (machine.isWindows()) {
      return indexed(spec, new WindowsCredentials(), context);
    }
    return secretService(spec, context, Prompting.of(context));
  }

  static TokenStore secretService(StoreSpec spec, StoreContext context, Prompting prompting) {
    return new KeychainTokenStore(
        spec,
        context,
        new SecretServiceKeychain(new SecretServiceItems(context.machine()), context.notices()),
        "keychain-secret-service",
        prompting);
  }

  private static TokenStore indexed(StoreSpec spec, Platform platform, StoreContext context) {
    String name = "keychain-" + platform.name();
    Prompting prompting = Prompting.of(context);
    Keychain keychain =
        new IndexedKeychain(
            platform,
            new JavaKeyring(platform, prompting.allowed()),
            new IdFile(context.machine().stateFolder(), name + ".ids", context.timeout()));
    return new KeychainTokenStore(spec, context, keychain, name, prompting);
  }
}
