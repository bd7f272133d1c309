package dev.keyport.cli.wiring;

import dagger.Module;
import dagger.Provides;
import dev.keyport.cli.io.HerokuCliFiles;
import dev.keyport.cli.io.ToolPrograms;
import dev.keyport.domain.auth.AuthApi;
import dev.keyport.domain.doctor.Ailment;
import dev.keyport.domain.doctor.ApiCheck;
import dev.keyport.domain.doctor.Check;
import dev.keyport.domain.doctor.CurlCheck;
import dev.keyport.domain.doctor.Diagnose;
import dev.keyport.domain.doctor.EnvironmentCheck;
import dev.keyport.domain.doctor.Finding;
import dev.keyport.domain.doctor.GitCheck;
import dev.keyport.domain.doctor.HerokuCliCheck;
import dev.keyport.domain.doctor.KeyringCheck;
import dev.keyport.domain.doctor.Programs;
import dev.keyport.domain.doctor.ProxyCheck;
import dev.keyport.domain.doctor.ReachCheck;
import dev.keyport.domain.doctor.RoundTrip;
import dev.keyport.domain.doctor.SettingsCheck;
import dev.keyport.domain.doctor.StoreCheck;
import dev.keyport.domain.doctor.Upkeep;
import dev.keyport.domain.doctor.UpkeepCheck;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.interaction.CriticalSection;
import dev.keyport.domain.moving.MoveCredentials;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.store.TokenStores;
import dev.keyport.domain.token.EnvironmentToken;
import dev.keyport.domain.token.FoundToken;
import dev.keyport.domain.token.MetadataStore;
import dev.keyport.domain.token.TokenSource;
import dev.keyport.files.HeldLocks;
import dev.keyport.files.KeptFiles;
import dev.keyport.files.ProcessLock;
import dev.keyport.http.HerokuApi;
import dev.keyport.http.HttpProxyUse;
import dev.keyport.netrc.NetrcUpkeep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
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
  /** The scheme of the keyring's store. */
  String KEYCHAIN = "keychain";

  /** How long one check may take, of several calls. */
  Duration LONGEST_CHECK = Duration.ofSeconds(10);

  /** How long one run of another program may take. */
  Duration LONGEST_RUN = Duration.ofSeconds(2);

  /** How long a lock may be held before it is told of. */
  Duration LOCK_PATIENCE = Duration.ofMillis(300);

  @Provides
  static Diagnose diagnose(
      TokenStores opening,
      @Named("unasked") StoreContext context,
      Machine machine,
      Provider<EffectiveSettings> settings,
      Provider<List<StoreSpec>> specs,
      CriticalSection whole,
      AuthApi api,
      Provider<HerokuApi> http,
      Provider<Endpoints> endpoints,
      Provider<Optional<EnvironmentToken>> environment,
      MetadataStore metadata,
      MoveCredentials moves,
      Invocation invocation) {
    List<Check> checks = new ArrayList<>();
    checks.add(new SettingsCheck(settings::get, specs::get, place -> Files.exists(Path.of(place))));
    checks.add(new EnvironmentCheck(machine, known(endpoints)));
    checks.add(files(machine, settings));
    checks.add(
        new UpkeepCheck(
            "locks",
            "locks",
            Finding.ok("locks-free", "none is held for long"),
            new HeldLocks(machine.stateFolder(), LOCK_PATIENCE)));
    checks.add(
        new UpkeepCheck(
            "moves", "moves", Finding.ok("moves-whole", "none is unfinished"), moves(moves)));
    RoundTrip roundTrip = new RoundTrip(new SecureRandom(), oneAtATime(whole, machine, context));
    List<StoreSpec> stores = named(specs);
    for (StoreSpec spec : stores) {
      checks.add(
          new StoreCheck(
              spec,
              spec.equals(stores.get(0)),
              () -> opening.open(List.of(spec), context),
              roundTrip,
              upkeep(spec, machine, context)));
    }
    if (stores.stream().noneMatch(spec -> spec.scheme().equals(KEYCHAIN))) {
      checks.add(
          new KeyringCheck(() -> opening.open(List.of(new StoreSpec(KEYCHAIN, "")), context)));
    }
    known(endpoints)
        .ifPresent(
            at -> {
              checks.add(new ProxyCheck(() -> HttpProxyUse.of(machine, at.api()), at.api()));
              ReachCheck reach = new ReachCheck(() -> http.get().reach().ask(), at.api());
              checks.add(reach);
              login(
                      stores,
                      at,
                      environment,
                      metadata,
                      () ->
                          StoreWiring.asItsAccount(
                              opening.open(stores, context), invocation, endpoints))
                  .map(token -> new ApiCheck(api, at.apiHost(), token, reach, Clock.systemUTC()))
                  .ifPresent(checks::add);
              programs(checks, at, stores, machine);
            });
    return new Diagnose(checks, LONGEST_CHECK);
  }

  private static void programs(
      List<Check> checks, Endpoints at, List<StoreSpec> stores, Machine machine) {
    Programs programs = new ToolPrograms(machine, LONGEST_RUN);
    checks.add(new GitCheck(programs, at.git(), stores, machine));
    checks.add(new CurlCheck(programs, stores, machine));
    checks.add(new HerokuCliCheck(() -> HerokuCliFiles.find(programs), stores, machine));
  }

  /** The check of the settings says what is wrong where they can't be found. */
  private static Check files(Machine machine, Provider<EffectiveSettings> settings) {
    return new UpkeepCheck(
        "files",
        "files",
        Finding.ok("files-private", "Keyport's own are for you alone, and none is left over"),
        () ->
            new KeptFiles(machine.stateFolder(), Path.of(settings.get().place()), Clock.systemUTC())
                .look());
  }

  /** A person says whether to go on or back: both take secrets from one store to another. */
  private static Upkeep moves(MoveCredentials moves) {
    return () ->
        moves.unfinished().stream()
            .map(
                record ->
                    Ailment.of(
                        Finding.warning(
                            "move-unfinished",
                            "the move from "
                                + record.from()
                                + " to "
                                + record.to()
                                + " is cut short",
                            record.isGoingBack()
                                ? "keyport stores:undo goes on with it"
                                : "keyport stores:move finishes it, stores:undo takes it back")))
            .toList();
  }

  private static Upkeep upkeep(StoreSpec spec, Machine machine, StoreContext context) {
    return spec.scheme().equals("netrc")
        ? new NetrcUpkeep(spec, machine, context.timeout())
        : Upkeep.none();
  }

  /** Two at once would take back each other's trial credential. */
  private static CriticalSection oneAtATime(
      CriticalSection whole, Machine machine, StoreContext context) {
    ProcessLock lock =
        new ProcessLock(machine.stateFolder(), "the trial of the stores", context.timeout());
    return new CriticalSection() {
      @Override
      public <T> T run(Supplier<T> step) {
        return lock.hold(() -> whole.run(step));
      }
    };
  }

  /** None where the environment names no host: the check of the environment says why. */
  private static Optional<Endpoints> known(Provider<Endpoints> endpoints) {
    try {
      return Optional.of(endpoints.get());
    } catch (KeyportException e) {
      return Optional.empty();
    }
  }

  /**
   * None where the stores or the environment's token can't be told: others say why. The store is
   * opened for it alone, so that nothing is told beside the diagnosis.
   */
  private static Optional<Supplier<Optional<FoundToken>>> login(
      List<StoreSpec> stores,
      Endpoints endpoints,
      Provider<Optional<EnvironmentToken>> environment,
      MetadataStore metadata,
      Supplier<TokenStore> opening) {
    if (stores.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<EnvironmentToken> token = environment.get();
      return Optional.of(
          () -> {
            try (TokenStore store = opening.get()) {
              return new TokenSource(token, store, metadata, endpoints)
                  .inForce(endpoints.apiHost());
            }
          });
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
