package dev.keyport.netrc;

import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.testkit.TokenStoreContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The contract that every store passes, threads and processes at once included. */
class NetrcTokenStoreTest extends TokenStoreContract {
  @TempDir Path folder;

  @Override
  protected TokenStore open() {
    Machine machine = new Machine(Map.of(), folder, "Linux");
    return new NetrcTokenStoreProvider()
        .open(
            new StoreSpec("netrc", ""),
            new StoreContext(
                machine, InteractionPolicy.NEVER, Duration.ofSeconds(60), notice -> {}));
  }

  @Override
  protected Optional<StoreSpec> sharedSpec() {
    return Optional.of(new StoreSpec("netrc", folder.resolve(".netrc").toString()));
  }
}
