package dev.keyport.domain;

import dev.keyport.domain.auth.ApiContext;
import dev.keyport.domain.auth.ApiName;
import dev.keyport.domain.auth.AuthApiProvider;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.provider.Loaded;
import dev.keyport.domain.provider.Providers;
import dev.keyport.domain.settings.Durations;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.settings.FolderProfile;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.ResolvedSetting;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.domain.settings.SettingSource;
import dev.keyport.domain.settings.Settings;
import dev.keyport.domain.settings.SettingsProvider;
import dev.keyport.domain.store.AccountTokenStore;
import dev.keyport.domain.store.PolicySource;
import dev.keyport.domain.store.Reach;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.store.TokenStoreProvider;
import dev.keyport.domain.store.TokenStores;
import dev.keyport.domain.token.MetadataStore;
import dev.keyport.domain.token.MetadataStoreProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds and opens the parts of a facade.
 *
 * @param machine whose settings count
 * @param said what the program set, which wins over all else
 * @param policy whether a store may prompt
 * @param notices takes what a person should know
 * @param loader where adapters are looked for
 */
record Assembly(
    Machine machine,
    List<ResolvedSetting> said,
    InteractionPolicy policy,
    Consumer<String> notices,
    @Nullable ClassLoader loader) {
  private static final Duration DEFAULT_STORE_TIMEOUT = Duration.ofSeconds(10);
  private static final String PROPERTIES = "keyport.";

  private <P> ServiceLoader<P> load(Class<P> service) {
    return ServiceLoader.load(service, loader);
  }

  /** Read from the file at the first question that nothing nearer answers. */
  EffectiveSettings settings() {
    List<ResolvedSetting> given = new ArrayList<>(said);
    for (SettingKey key : SettingKey.values()) {
      String property = PROPERTIES + key.key();
      Optional.ofNullable(System.getProperty(property))
          .filter(value -> !value.isEmpty())
          .map(value -> new ResolvedSetting(key, value, new SettingSource.Property(property)))
          .ifPresent(given::add);
    }
    Optional<SettingsProvider> provider = Loaded.only(load(SettingsProvider.class), "settings");
    return new EffectiveSettings(
        provider
            .map(found -> Loaded.<Settings>asked("settings", () -> found.settings(machine)))
            .orElse(Settings.NONE),
        machine,
        given,
        provider
            .map(
                found ->
                    Loaded.<FolderProfile>asked("settings", () -> found.folder(machine, notices)))
            .orElse(FolderProfile.NONE));
  }

  /** The store of the settings, as the account of the profile in use sees it. */
  TokenStore store(EffectiveSettings settings, Later<Endpoints> endpoints) {
    List<StoreSpec> specs = settings.read(SettingKey.STORE, StoreSpec::parseList).orElseThrow();
    Duration timeout =
        settings
            .set(SettingKey.TIMEOUT)
            .map(set -> set.<Duration>as(Durations::parse))
            .orElse(DEFAULT_STORE_TIMEOUT);
    TokenStores stores =
        new TokenStores(
            Map.of(),
            load(TokenStoreProvider.class),
            on -> PolicySource.ofAll(on, load(PolicySource.class)));
    Optional<String> account = settings.set(SettingKey.ACCOUNT).map(ResolvedSetting::checked);
    TokenStore opened = stores.open(specs, new StoreContext(machine, policy, timeout, notices));
    try {
      return account.isPresent()
          ? AccountTokenStore.of(opened, endpoints.get().storedHosts(), account.get())
          : opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  AuthApiProvider apiProvider(String name) {
    return new Providers<>(
            Providers.Kind.API,
            load(AuthApiProvider.class),
            type -> Optional.ofNullable(type.getAnnotation(ApiName.class)).map(ApiName::value))
        .get(name, List.of());
  }

  ApiContext apiContext(EffectiveSettings settings, Endpoints endpoints, String userAgent) {
    Duration timeout = settings.<Duration>read(SettingKey.TIMEOUT, Durations::parse).orElseThrow();
    return new ApiContext(endpoints, machine, timeout, userAgent, notices);
  }

  /** What is known of a store that ends with the process is known no longer than that. */
  MetadataStore metadata(TokenStore store) {
    return store.traits().reach() == Reach.PROCESS
        ? MetadataStore.inMemory()
        : Loaded.only(load(MetadataStoreProvider.class), "metadata")
            .map(
                found ->
                    Loaded.<MetadataStore>asked(
                        "metadata", () -> found.open(machine, DEFAULT_STORE_TIMEOUT)))
            .orElseGet(MetadataStore::inMemory);
  }
}
