package dev.keyport.cli.wiring;

import dagger.Module;
import dagger.Provides;
import dev.keyport.domain.auth.CredentialOffer;
import dev.keyport.domain.configuration.ForeignAccounts;
import dev.keyport.domain.configuration.ImportAccounts;
import dev.keyport.domain.configuration.ManageAccounts;
import dev.keyport.domain.configuration.ManageSettings;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.moving.MoveCredentials;
import dev.keyport.domain.moving.MoveJournal;
import dev.keyport.domain.moving.UseStore;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.ResolvedSetting;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.domain.settings.SettingsEditor;
import dev.keyport.domain.store.AccountTokenStore;
import dev.keyport.domain.store.ShowStores;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.store.TokenStoreProvider;
import dev.keyport.domain.store.TokenStores;
import dev.keyport.domain.token.MetadataStore;
import dev.keyport.files.FileMetadataStore;
import dev.keyport.files.FileMoveJournal;
import dev.keyport.files.FilePolicySource;
import dev.keyport.files.FileSettingsEditor;
import dev.keyport.files.HerokuAccountsFolder;
import dev.keyport.keychain.HerokuCliOffer;
import dev.keyport.keychain.HerokuCliStoreProvider;
import dev.keyport.keychain.KeychainTokenStoreProvider;
import dev.keyport.netrc.NetrcTokenStoreProvider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

/** The store by name, and the files beside it. */
@Module
interface StoreWiring {
  /** The stores that the command brings. */
  Map<String, Supplier<TokenStoreProvider>> BUNDLED =
      Map.of(
          "netrc", NetrcTokenStoreProvider::new,
          "keychain", KeychainTokenStoreProvider::new,
          "heroku-cli", HerokuCliStoreProvider::new);

  /** How long a store that is only looked at may take for one call, at most. */
  Duration LONGEST_LOOK = Duration.ofSeconds(4);

  @Provides
  static Machine machine(Invocation invocation) {
    return invocation.machine();
  }

  @Provides
  static EffectiveSettings settings(Invocation invocation) {
    return invocation.preferences().settings();
  }

  @Provides
  static ManageSettings manageSettings(
      Invocation invocation,
      EffectiveSettings settings,
      SettingsEditor editor,
      TokenStores stores) {
    return new ManageSettings(
        settings, editor, stores, invocation.preferences().folders(), invocation.machine());
  }

  @Provides
  static ManageAccounts manageAccounts(EffectiveSettings settings, SettingsEditor editor) {
    return new ManageAccounts(settings, editor);
  }

  @Provides
  static ImportAccounts importAccounts(ManageAccounts accounts) {
    return new ImportAccounts(accounts);
  }

  @Provides
  static ForeignAccounts foreignAccounts(Invocation invocation) {
    return new HerokuAccountsFolder(invocation.machine(), invocation.person()::warn);
  }

  /** Waits for others as long as it does in any case: what it mends may be the time-out. */
  @Provides
  static SettingsEditor editor(Machine machine) {
    return new FileSettingsEditor(machine, Preferences.LOCK_TIME);
  }

  @Provides
  @Singleton
  static MetadataStore metadata(Invocation invocation) {
    return new FileMetadataStore(
        invocation.machine().stateFolder(), invocation.preferences().timeoutInAnyCase());
  }

  @Provides
  static List<StoreSpec> storeSpecs(EffectiveSettings settings) {
    return settings.read(SettingKey.STORE, StoreSpec::parseList).orElseThrow();
  }

  @Provides
  @Singleton
  static TokenStore store(
      Invocation invocation,
      List<StoreSpec> specs,
      Provider<Endpoints> endpoints,
      Resources resources) {
    return open(specs, invocation, invocation.policy(), endpoints, resources);
  }

  /** The same store, for what never has a person unlock it. */
  @Provides
  @Singleton
  @Named("unasked")
  static TokenStore unasked(
      Invocation invocation,
      List<StoreSpec> specs,
      Provider<Endpoints> endpoints,
      Resources resources) {
    return open(specs, invocation, InteractionPolicy.NEVER, endpoints, resources);
  }

  private static TokenStore open(
      List<StoreSpec> specs,
      Invocation invocation,
      InteractionPolicy policy,
      Provider<Endpoints> endpoints,
      Resources resources) {
    StoreContext context =
        new StoreContext(
            invocation.machine(), policy, invocation.timeout(), invocation.person()::warn);
    Overrides.tell(invocation);
    TokenStore store = asItsAccount(stores().open(specs, context), invocation, endpoints);
    resources.onClose(store::close);
    return store;
  }

  /** The store as the account of the profile in use sees it, where it names one. */
  static TokenStore asItsAccount(
      TokenStore store, Invocation invocation, Provider<Endpoints> endpoints) {
    try {
      if (invocation.preferences().forNewAccount()) {
        return AccountTokenStore.ofNew(store, endpoints.get().storedHosts());
      }
      Optional<ResolvedSetting> account =
          invocation.preferences().settings().set(SettingKey.ACCOUNT);
      return account.isPresent()
          ? AccountTokenStore.of(store, endpoints.get().storedHosts(), account.get().checked())
          : store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  @Provides
  static TokenStores stores() {
    return new TokenStores(
        BUNDLED, ServiceLoader.load(TokenStoreProvider.class), new FilePolicySource()::of);
  }

  @Provides
  @Singleton
  static MoveJournal moveJournal(Invocation invocation) {
    return new FileMoveJournal(
        invocation.machine().stateFolder(), invocation.preferences().timeoutInAnyCase());
  }

  /** The stores are opened one by one, as the move names them, whichever are in use. */
  @Provides
  static MoveCredentials moveCredentials(
      Invocation invocation, TokenStores stores, MetadataStore metadata, MoveJournal journal) {
    return new MoveCredentials(
        spec -> stores.open(List.of(spec), asking(invocation)), metadata, journal);
  }

  @Provides
  static UseStore useStore(
      Invocation invocation,
      TokenStores stores,
      EffectiveSettings settings,
      SettingsEditor editor,
      MoveCredentials moving) {
    return new UseStore(
        spec -> stores.open(List.of(spec), asking(invocation)),
        settings,
        editor,
        moving,
        invocation.person()::warn);
  }

  private static StoreContext asking(Invocation invocation) {
    return new StoreContext(
        invocation.machine(), invocation.policy(), invocation.timeout(), invocation.person()::warn);
  }

  /** For looking at a store: nobody is asked or told anything, and a call may not take long. */
  @Provides
  @Named("unasked")
  static StoreContext looking(Invocation invocation) {
    Duration asked = invocation.preferences().timeoutInAnyCase();
    return new StoreContext(
        invocation.machine(),
        InteractionPolicy.NEVER,
        asked.compareTo(LONGEST_LOOK) < 0 ? asked : LONGEST_LOOK,
        notice -> {});
  }

  @Provides
  static ShowStores showStores(
      TokenStores stores, List<StoreSpec> specs, @Named("unasked") StoreContext context) {
    return new ShowStores(stores, specs, context);
  }

  /** The heroku CLI's, where it keeps one. */
  @Provides
  static CredentialOffer offer(Machine machine) {
    return new HerokuCliOffer(machine);
  }
}
