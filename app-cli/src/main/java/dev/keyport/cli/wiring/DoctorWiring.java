package dev.keyport.cli.wiring;

import dagger.Module;
import dagger.Provides;
import dev.keyport.domain.auth.AuthApi;
import dev.keyport.domain.doctor.ApiCheck;
import dev.keyport.domain.doctor.Check;
import dev.keyport.domain.doctor.Diagnose;
import dev.keyport.domain.doctor.EnvironmentCheck;
import dev.keyport.domain.doctor.RoundTrip;
import dev.keyport.domain.doctor.SettingsCheck;
import dev.keyport.domain.doctor.StoreCheck;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.interaction.CriticalSection;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.store.TokenStores;
import dev.keyport.domain.token.EnvironmentToken;
import dev.keyport.domain.token.MetadataStore;
import dev.keyport.domain.token.TokenSource;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.inject.Named;
import javax.inject.Provider;

/** The checks of {@code doctor}, in the order they are told. */
@Module
interface DoctorWiring {
  /** How long one check may take, of several calls. */
  Duration LONGEST_CHECK = Duration.ofSeconds(10);

  @Provides
  static Diagnose diagnose(
      TokenStores opening,
      @Named("unasked") StoreContext context,
      Machine machine,
      Provider<EffectiveSettings> settings,
      Provider<List<StoreSpec>> specs,
      CriticalSection whole,
      AuthApi api,
      Provider<Endpoints> endpoints,
      Provider<Optional<EnvironmentToken>> environment,
      MetadataStore metadata) {
    List<Check> checks = new ArrayList<>();
    checks.add(new SettingsCheck(settings::get, specs::get));
    checks.add(new EnvironmentCheck(machine));
    RoundTrip roundTrip = new RoundTrip(new SecureRandom(), whole);
    List<StoreSpec> stores = named(specs);
    for (StoreSpec spec : stores) {
      checks.add(
          new StoreCheck(
              spec,
              spec.equals(stores.get(0)),
              () -> opening.open(List.of(spec), context),
              roundTrip));
    }
    if (!stores.isEmpty()) {
      apiCheck(api, endpoints, environment, metadata, () -> opening.open(stores, context))
          .ifPresent(checks::add);
    }
    return new Diagnose(checks, LONGEST_CHECK);
  }

  /**
   * None where the environment names no host, or can't be read: others say why. The store is opened
   * for it alone, so that nothing is told beside the diagnosis.
   */
  private static Optional<Check> apiCheck(
      AuthApi api,
      Provider<Endpoints> endpoints,
      Provider<Optional<EnvironmentToken>> environment,
      MetadataStore metadata,
      Supplier<TokenStore> opening) {
    try {
      Endpoints known = endpoints.get();
      Optional<EnvironmentToken> token = environment.get();
      return Optional.of(
          new ApiCheck(
              api,
              known.apiHost(),
              () -> {
                try (TokenStore store = opening.get()) {
                  return new TokenSource(token, store, metadata, known).inForce(known.apiHost());
                }
              }));
    } catch (KeyportException e) {
      return Optional.empty();
    }
  }

  /** None where they can't be told: the check of the settings says why. */
  private static List<StoreSpec> named(Provider<List<StoreSpec>> specs) {
    try {
      return specs.get();
    } catch (KeyportException e) {
      return List.of();
    }
  }
}
