package dev.keyport.cli.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.keyport.domain.apps.AppsApi;
import dev.keyport.domain.auth.AuthApi;
import dev.keyport.domain.keys.KeysApi;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.settings.Machine;
import dev.keyport.http.HerokuApi;
import dev.keyport.http.HttpSettings;
import java.util.Optional;
import java.util.function.Consumer;
import javax.inject.Singleton;

/** The API over HTTP, which is loaded by the first call and not before. */
@Module
interface ApiWiring {
  @Provides
  @Singleton
  static Endpoints endpoints(Machine machine) {
    return Endpoints.of(machine);
  }

  @Provides
  @Singleton
  static HerokuApi http(Invocation invocation, Endpoints endpoints, Resources resources) {
    Optional<Consumer<String>> trace =
        invocation.options().debug()
            ? Optional.of(line -> invocation.streams().err().println("debug: " + line))
            : Optional.empty();
    HerokuApi api =
        new HerokuApi(
            new HttpSettings(
                endpoints.api(),
                invocation.options().timeout(),
                "keyport/" + BuildInfo.version(),
                invocation.machine(),
                trace),
            invocation.person()::warn);
    resources.onClose(api::close);
    return api;
  }

  @Binds
  AuthApi auth(LazyApi api);

  @Binds
  KeysApi keys(LazyApi api);

  @Binds
  AppsApi apps(LazyApi api);
}
