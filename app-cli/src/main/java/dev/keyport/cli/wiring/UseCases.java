package dev.keyport.cli.wiring;

import dagger.Module;
import dagger.Provides;
import dev.keyport.domain.apps.AppsApi;
import dev.keyport.domain.apps.ListApps;
import dev.keyport.domain.apps.ShowApp;
import dev.keyport.domain.auth.AuthApi;
import dev.keyport.domain.auth.AuthorizedCalls;
import dev.keyport.domain.auth.BrowserLogIn;
import dev.keyport.domain.auth.BrowserLoginApi;
import dev.keyport.domain.auth.CredentialOffer;
import dev.keyport.domain.auth.InteractiveLogIn;
import dev.keyport.domain.auth.LogIn;
import dev.keyport.domain.auth.LogOut;
import dev.keyport.domain.auth.OwnAuthorization;
import dev.keyport.domain.auth.RotateLogin;
import dev.keyport.domain.auth.SecondFactorApi;
import dev.keyport.domain.auth.ShowStatus;
import dev.keyport.domain.auth.ShowToken;
import dev.keyport.domain.auth.SsoLogIn;
import dev.keyport.domain.auth.UsualLogIn;
import dev.keyport.domain.auth.WhoAmI;
import dev.keyport.domain.authorizations.AuthorizationsApi;
import dev.keyport.domain.authorizations.ClientsApi;
import dev.keyport.domain.authorizations.ManageAuthorizations;
import dev.keyport.domain.authorizations.ManageClients;
import dev.keyport.domain.authorizations.ManageSessions;
import dev.keyport.domain.authorizations.SessionsApi;
import dev.keyport.domain.interaction.CriticalSection;
import dev.keyport.domain.keys.KeysApi;
import dev.keyport.domain.keys.ManageKeys;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.SsoPage;
import dev.keyport.domain.store.ManageCredentials;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.token.EnvironmentToken;
import dev.keyport.domain.token.MetadataStore;
import dev.keyport.domain.token.TokenSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.inject.Named;
import javax.inject.Singleton;

/** The domain's use cases, which carry no Dagger annotations of their own. */
@Module
interface UseCases {
  /** How long a person who pressed Ctrl-C waits at most for a login to be whole or undone. */
  Duration LONGEST_WAIT = Duration.ofSeconds(10);

  @Provides
  @Named("description")
  static String description(Machine machine) {
    return "Keyport login from " + ComputerName.of(machine);
  }

  @Provides
  @Singleton
  static Optional<EnvironmentToken> environmentToken(Machine machine) {
    return EnvironmentToken.of(machine);
  }

  @Provides
  static CriticalSection whole(Invocation invocation) {
    Duration asked = invocation.preferences().timeoutInAnyCase();
    return new FinishBeforeExit(
        asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT, invocation.person()::warn);
  }

  @Provides
  static TokenSource tokens(
      Optional<EnvironmentToken> environment,
      TokenStore store,
      MetadataStore metadata,
      Endpoints endpoints) {
    return new TokenSource(environment, store, metadata, endpoints);
  }

  @Provides
  static LogIn logIn(
      CriticalSection whole,
      AuthApi api,
      TokenStore store,
      MetadataStore metadata,
      TokenSource tokens,
      Endpoints endpoints) {
    return new LogIn(
        api, store, metadata, tokens, endpoints, Clock.systemUTC(), new SecureRandom(), whole);
  }

  @Provides
  static InteractiveLogIn interactiveLogIn(
      LogIn logIn,
      BrowserLogIn browser,
      Invocation invocation,
      CredentialOffer offer,
      @Named("description") String description) {
    return new InteractiveLogIn(logIn, browser, invocation.person(), offer, description);
  }

  /** A time-out that was asked for is the person's too; the usual one is not. */
  @Provides
  static BrowserLogIn browserLogIn(
      LogIn logIn,
      BrowserLoginApi service,
      Invocation invocation,
      Endpoints endpoints,
      @Named("description") String description) {
    Duration atMost =
        invocation
            .preferences()
            .timeoutAskedFor()
            .filter(asked -> asked.compareTo(BrowserLogIn.LONGEST) < 0)
            .orElse(BrowserLogIn.LONGEST);
    return new BrowserLogIn(logIn, service, invocation.person(), endpoints, description, atMost);
  }

  @Provides
  static UsualLogIn usualLogIn(
      LogIn logIn,
      BrowserLogIn browser,
      InteractiveLogIn interactive,
      Invocation invocation,
      CredentialOffer offer,
      Endpoints endpoints) {
    return new UsualLogIn(logIn, browser, interactive, invocation.person(), offer, endpoints);
  }

  @Provides
  static SsoLogIn ssoLogIn(
      LogIn logIn, EffectiveSettings settings, Endpoints endpoints, Invocation invocation) {
    return new SsoLogIn(logIn, SsoPage.of(settings, endpoints), invocation.person());
  }

  @Provides
  static AuthorizedCalls calls(
      TokenSource tokens,
      TokenStore store,
      UsualLogIn logIn,
      Invocation invocation,
      Endpoints endpoints,
      SecondFactorApi secondFactor) {
    return new AuthorizedCalls(tokens, store, logIn, invocation.person(), endpoints, secondFactor);
  }

  @Provides
  static LogOut logOut(AuthApi api, TokenStore store, MetadataStore metadata, Endpoints endpoints) {
    // Whatever the environment holds, sense or nonsense, is no concern of a stored login's.
    TokenSource stored = new TokenSource(Optional.empty(), store, metadata, endpoints);
    return new LogOut(api, store, metadata, stored, endpoints);
  }

  @Provides
  static RotateLogin rotateLogin(
      CriticalSection whole,
      AuthApi api,
      TokenStore store,
      MetadataStore metadata,
      Endpoints endpoints,
      @Named("description") String description,
      SecondFactorApi secondFactor,
      Invocation invocation) {
    // The stored login alone is rotated: what the environment holds is no concern of it.
    TokenSource stored = new TokenSource(Optional.empty(), store, metadata, endpoints);
    // What it keeps is part of what the rotation keeps whole.
    LogIn keeping = logIn(CriticalSection.unguarded(), api, store, metadata, stored, endpoints);
    return new RotateLogin(
        api,
        keeping,
        store,
        stored,
        endpoints,
        Clock.systemUTC(),
        description,
        secondFactor,
        invocation.person(),
        whole);
  }

  @Provides
  static ShowToken showToken(
      AuthApi api,
      AuthorizedCalls calls,
      TokenSource tokens,
      TokenStore store,
      Endpoints endpoints) {
    return new ShowToken(api, calls, tokens, store, endpoints);
  }

  @Provides
  static ShowStatus showStatus(
      AuthApi api,
      @Named("unasked") TokenStore store,
      Optional<EnvironmentToken> environment,
      MetadataStore metadata,
      Endpoints endpoints) {
    TokenSource tokens = new TokenSource(environment, store, metadata, endpoints);
    return new ShowStatus(api, store, tokens, endpoints);
  }

  @Provides
  static WhoAmI whoAmI(AuthApi api, AuthorizedCalls calls) {
    return new WhoAmI(api, calls);
  }

  @Provides
  static ListApps listApps(AppsApi api, AuthorizedCalls calls) {
    return new ListApps(api, calls);
  }

  @Provides
  static ShowApp showApp(AppsApi api, AuthorizedCalls calls) {
    return new ShowApp(api, calls);
  }

  @Provides
  static ManageKeys manageKeys(KeysApi api, AuthorizedCalls calls) {
    return new ManageKeys(api, calls);
  }

  @Provides
  static ManageAuthorizations manageAuthorizations(
      AuthApi auth,
      AuthorizationsApi api,
      AuthorizedCalls calls,
      TokenSource tokens,
      Endpoints endpoints) {
    return new ManageAuthorizations(auth, api, calls, new OwnAuthorization(tokens, endpoints));
  }

  @Provides
  static ManageSessions manageSessions(AuthApi auth, SessionsApi api, AuthorizedCalls calls) {
    return new ManageSessions(auth, api, calls);
  }

  @Provides
  static ManageClients manageClients(ClientsApi api, AuthorizedCalls calls) {
    return new ManageClients(api, calls);
  }

  @Provides
  static ManageCredentials manageCredentials(TokenStore store) {
    return new ManageCredentials(store);
  }
}
