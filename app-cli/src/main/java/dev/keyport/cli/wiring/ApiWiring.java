package dev.keyport.cli.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.keyport.domain.apps.AppsApi;
import dev.keyport.domain.auth.AuthApi;
import dev.keyport.domain.auth.BrowserLoginApi;
import dev.keyport.domain.auth.SecondFactorApi;
import dev.keyport.domain.authorizations.AuthorizationsApi;
import dev.keyport.domain.authorizations.ClientsApi;
import dev.keyport.domain.authorizations.SessionsApi;
import dev.keyport.domain.keys.KeysApi;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.http.HerokuApi;
import dev.keyport.http.HerokuLogin;
import dev.keyport.http.HttpSettings;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import javax.inject.Singleton;

/** The API over HTTP, which is loaded by the first call and not before. */
@Module
interface ApiWiring {
  @Provides
  @Singleton
  static Endpoints endpoints(EffectiveSettings settings) {
    return Endpoints.of(settings);
  }

  @Provides
  @Singleton
  static HerokuApi http(Invocation invocation, Endpoints endpoints, Resources resources) {
    HerokuApi api = new HerokuApi(settings(invocation, endpoints.api()), invocation.person()::warn);
    resources.onClose(api::close);
    return api;
  }

  @Provides
  @Singleton
  static HerokuLogin loginService(Invocation invocation, Endpoints endpoints, Resources resources) {
    HerokuLogin login =
        new HerokuLogin(settings(invocation, endpoints.loginService()), invocation.person()::warn);
    resources.onClose(login::close);
    return login;
  }

  private static HttpSettings settings(Invocation invocation, URI base) {
    Optional<Consumer<String>> trace =
        invocation.options().debug()
            ? Optional.of(line -> invocation.streams().err().println("debug: " + line))
            : Optional.empty();
    return new HttpSettings(
        base, invocation.timeout(), "keyport/" + BuildInfo.version(), invocation.machine(), trace);
  }

  @Binds
  AuthApi auth(LazyApi api);

  @Binds
  BrowserLoginApi browserLogin(LazyApi api);

  @Binds
  KeysApi keys(LazyApi api);

  @Binds
  AppsApi apps(LazyApi api);

  @Binds
  SecondFactorApi secondFactor(LazyApi api);

  // Every verb with these calls the API: nothing is gained by waiting for the call.

  @Provides
  static AuthorizationsApi authorizations(HerokuApi api) {
    return api.authorizationsApi();
  }

  @Provides
  static SessionsApi sessions(HerokuApi api) {
    return api.sessionsApi();
  }

  @Provides
  static ClientsApi clients(HerokuApi api) {
    return api.clientsApi();
  }
}
