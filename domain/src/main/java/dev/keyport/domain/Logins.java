package dev.keyport.domain;

import dev.keyport.domain.auth.ApiContext;
import dev.keyport.domain.auth.AuthApi;
import dev.keyport.domain.auth.AuthApiProvider;
import dev.keyport.domain.auth.BegunLogin;
import dev.keyport.domain.auth.BrowserLogIn;
import dev.keyport.domain.auth.BrowserLoginApi;
import dev.keyport.domain.auth.CredentialOffer;
import dev.keyport.domain.auth.InteractiveLogIn;
import dev.keyport.domain.auth.LogIn;
import dev.keyport.domain.auth.LogOut;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.CriticalSection;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.provider.Loaded;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.token.EnvironmentToken;
import dev.keyport.domain.token.MetadataStore;
import dev.keyport.domain.token.TokenSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Puts the use cases of logging in and out together for a facade; the API is opened when needed.
 */
final class Logins {
  private final Later<AuthApi> api;
  private final Later<Optional<BrowserLoginApi>> browser;
  private final Later<ApiContext> context;
  private final Later<MetadataStore> metadata;
  private final Machine environment;
  private final TokenStore store;

  /**
   * @param environment whose environment's token would win over a login
   * @param own the API where the program brings one
   * @param provider opens it where the program brings none
   * @param context what it is opened with
   * @param metadata opens what is known of the store's credentials
   * @param store where logins are kept
   */
  Logins(
      Machine environment,
      Optional<AuthApi> own,
      Supplier<AuthApiProvider> provider,
      Later<ApiContext> context,
      Supplier<MetadataStore> metadata,
      TokenStore store) {
    // A provider is used by one thread at a time.
    ReentrantLock one = new ReentrantLock();
    Later<AuthApiProvider> found = new Later<>(one, provider);
    this.environment = environment;
    this.context = context;
    this.api =
        new Later<>(
            one, () -> own.orElseGet(() -> asked(() -> found.get().open(this.context.get()))));
    this.browser =
        new Later<>(
            one,
            () ->
                own.isPresent()
                    ? Optional.empty()
                    : asked(() -> found.get().openBrowserLogin(this.context.get())));
    this.metadata = new Later<>(metadata);
    this.store = store;
  }

  private static <R> R asked(Supplier<R> opening) {
    return Loaded.asked("API", opening);
  }

  AuthApi api() {
    return api.get();
  }

  LogIn logIn() {
    Endpoints endpoints = context.get().endpoints();
    TokenSource tokens =
        new TokenSource(EnvironmentToken.of(environment), store, metadata.get(), endpoints);
    return new LogIn(
        api(),
        store,
        metadata.get(),
        tokens,
        endpoints,
        Clock.systemUTC(),
        new SecureRandom(),
        CriticalSection.unguarded());
  }

  InteractiveLogIn asking(Interaction person) {
    return new InteractiveLogIn(
        logIn(), browsing(person), person, CredentialOffer.none(), context.get().userAgent());
  }

  BrowserLogIn browsing(Interaction person) {
    Endpoints all = context.get().endpoints();
    Optional<BrowserLoginApi> service = browser.get();
    Endpoints endpoints =
        service.isPresent() ? all : new Endpoints(all.api(), all.git(), Optional.empty());
    return new BrowserLogIn(
        logIn(),
        service.orElseGet(NoBrowserLogin::new),
        person,
        endpoints,
        context.get().userAgent(),
        BrowserLogIn.LONGEST);
  }

  LogOut logOut() {
    Endpoints endpoints = context.get().endpoints();
    TokenSource stored = new TokenSource(Optional.empty(), store, metadata.get(), endpoints);
    return new LogOut(api(), store, metadata.get(), stored, endpoints);
  }

  void close() {
    try {
      api.ifMade().ifPresent(AuthApi::close);
    } finally {
      browser.ifMade().flatMap(service -> service).ifPresent(BrowserLoginApi::close);
    }
  }

  /**
   * Stands where the API has no such service; the endpoints without one keep it from being asked.
   */
  private static final class NoBrowserLogin implements BrowserLoginApi {
    private static UsageException none() {
      return new UsageException("this API has no service for logins in the browser", null);
    }

    @Override
    public BegunLogin begin(String description) {
      throw none();
    }

    @Override
    public Secret await(BegunLogin login, Duration atMost) {
      throw none();
    }
  }
}
