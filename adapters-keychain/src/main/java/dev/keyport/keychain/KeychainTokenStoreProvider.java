package dev.keyport.keychain;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreScheme;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.store.TokenStoreProvider;
import java.util.Locale;

/**
 * Opens the operating system's keychain.
 *
 * <ul>
 *   <li>{@code keychain}, on Linux and other Unix systems: the default keyring of the Secret
 *       Service (gnome-keyring and others), whose items {@code secret-tool} sees as well. Nobody is
 *       prompted: a locked keyring is reported as locked, whatever the policy.
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
    return new KeychainTokenStore(spec, context, keychain(spec, context));
  }

  private static Keychain keychain(StoreSpec spec, StoreContext context) {
    Machine machine = context.machine();
    if (spec.argument().equals(KWALLET) && !machine.isMac() && !machine.isWindows()) {
      return indexed(Platform.KWALLET, context);
    }
    if (spec.optionalArgument().isPresent()) {
      throw new UsageException(
          "\"" + spec.argument() + "\" names no keychain of this system",
          "write just \"keychain\", or \"keychain:kwallet\" on a KDE desktop");
    }
    if (machine.isMac()) {
      return indexed(Platform.MACOS, context);
    }
    if (machine.isWindows()) {
      return indexed(Platform.WINDOWS, context);
    }
    return new SecretServiceKeychain(new SecretServiceItems(machine));
  }

  private static Keychain indexed(Platform platform, StoreContext context) {
    String file = "keychain-" + platform.name().toLowerCase(Locale.ROOT) + ".ids";
    return new IndexedKeychain(
        platform,
        new JavaKeyring(platform, mayPrompt(context)),
        new IdFile(context.machine().stateFolder(), file, context.timeout()));
  }

  private static boolean mayPrompt(StoreContext context) {
    boolean display =
        context.machine().variable("DISPLAY").isPresent()
            || context.machine().variable("WAYLAND_DISPLAY").isPresent();
    return context.policy() == InteractionPolicy.ALWAYS
        || (context.policy() == InteractionPolicy.IF_VISIBLE && display);
  }
}
