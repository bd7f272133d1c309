package dev.keyport.netrc;

import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreScheme;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.store.TokenStoreProvider;
import java.io.File;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens {@code gnupghome:GNUPGHOME:FILE}, for a process that can't be given an environment. */
@StoreScheme("gnupghome")
public final class GpgHomeStoreProvider implements TokenStoreProvider {
  /** Longer than usual: sixteen processes wait for one another's runs of gpg. */
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** For {@link java.util.ServiceLoader}. */
  public GpgHomeStoreProvider() {}

  @Override
  public TokenStore open(StoreSpec spec, StoreContext context) {
    List<String> parts = List.of(spec.argument().split(File.pathSeparator, 2));
    Map<String, String> environment = new HashMap<>(context.machine().environment());
    environment.put("GNUPGHOME", parts.get(0));
    Machine machine =
        new Machine(environment, context.machine().home(), context.machine().osName());
    return new NetrcTokenStoreProvider()
        .open(
            new StoreSpec("netrc", parts.get(1)),
            new StoreContext(machine, context.policy(), TIMEOUT, context.notices()));
  }
}
