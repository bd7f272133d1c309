package dev.keyport.cli.wiring;

import dagger.Module;
import dagger.Provides;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.Settings;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.store.TokenStoreProvider;
import dev.keyport.domain.store.TokenStores;
import dev.keyport.domain.token.MetadataStore;
import dev.keyport.files.FileMetadataStore;
import dev.keyport.files.PropertiesSettings;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import javax.inject.Singleton;

/** The store by name, and the files beside it. */
@Module
interface StoreWiring {
  /** The settings that the configuration file may have. */
  Set<String> KNOWN_SETTINGS = Set.of("store");

  @Provides
  static Machine machine(Invocation invocation) {
    return invocation.machine();
  }

  @Provides
  @Singleton
  static Settings settings(Machine machine) {
    return new PropertiesSettings(machine, KNOWN_SETTINGS);
  }

  @Provides
  @Singleton
  static MetadataStore metadata(Invocation invocation) {
    return new FileMetadataStore(
        invocation.machine().stateFolder(), invocation.options().timeout());
  }

  /** Flag, then environment, then configuration file, then netrc. */
  @Provides
  static List<StoreSpec> storeSpecs(Invocation invocation, Settings settings) {
    return StoreSpec.parseList(
        invocation
            .options()
            .store()
            .or(() -> invocation.machine().variable("KEYPORT_STORE"))
            .or(() -> settings.get("store"))
            .orElse("netrc"));
  }

  @Provides
  @Singleton
  static TokenStore store(Invocation invocation, List<StoreSpec> specs, Resources resources) {
    StoreContext context =
        new StoreContext(
            invocation.machine(),
            invocation.policy(),
            invocation.options().timeout(),
            invocation.person()::warn);
    TokenStore store =
        new TokenStores(ServiceLoader.load(TokenStoreProvider.class)).open(specs, context);
    resources.onClose(store::close);
    return store;
  }
}
