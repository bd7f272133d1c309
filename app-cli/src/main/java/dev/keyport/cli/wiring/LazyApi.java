package dev.keyport.cli.wiring;

import dagger.Lazy;
import dev.keyport.domain.apps.App;
import dev.keyport.domain.apps.AppsApi;
import dev.keyport.domain.auth.Account;
import dev.keyport.domain.auth.AuthApi;
import dev.keyport.domain.auth.Authorization;
import dev.keyport.domain.auth.BegunLogin;
import dev.keyport.domain.auth.BrowserLoginApi;
import dev.keyport.domain.auth.NewAuthorization;
import dev.keyport.domain.auth.PasswordLogin;
import dev.keyport.domain.auth.SecondFactorApi;
import dev.keyport.domain.auth.SecondFactorDemand;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.keys.AccountKey;
import dev.keyport.domain.keys.KeysApi;
import dev.keyport.domain.keys.SshPublicKey;
import dev.keyport.http.HerokuApi;
import dev.keyport.http.HerokuLogin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * The API, opened by the first call: verbs that make none do not wait for its libraries to load.
 */
@Singleton
final class LazyApi implements AuthApi, KeysApi, AppsApi, BrowserLoginApi, SecondFactorApi {
  private final Lazy<HerokuApi> api;
  private final Lazy<HerokuLogin> login;

  @Inject
  LazyApi(Lazy<HerokuApi> api, Lazy<HerokuLogin> login) {
    this.api = api;
    this.login = login;
  }

  @Override
  public Authorization createAuthorization(PasswordLogin login) {
    return api.get().createAuthorization(login);
  }

  @Override
  public Authorization createAuthorization(Secret token, NewAuthorization wanted) {
    return api.get().createAuthorization(token, wanted);
  }

  @Override
  public Account account(Secret token) {
    return api.get().account(token);
  }

  @Override
  public OptionalInt remainingRequests(Secret token) {
    return api.get().remainingRequests(token);
  }

  @Override
  public List<Authorization> authorizations(Secret token) {
    return api.get().authorizations(token);
  }

  @Override
  public Optional<Authorization> defaultAuthorization(Secret token) {
    return api.get().defaultAuthorization(token);
  }

  @Override
  public void revokeAuthorization(Secret token, String id) {
    api.get().revokeAuthorization(token, id);
  }

  @Override
  public boolean endOwnSession(Secret token) {
    return api.get().endOwnSession(token);
  }

  /** What was opened is closed by the component that did it. */
  @Override
  public void close() {}

  @Override
  public List<AccountKey> keys(Secret token) {
    return api.get().keys(token);
  }

  @Override
  public AccountKey addKey(Secret token, SshPublicKey key) {
    return api.get().addKey(token, key);
  }

  @Override
  public void removeKey(Secret token, String id) {
    api.get().removeKey(token, id);
  }

  @Override
  public List<App> apps(Secret token) {
    return api.get().apps(token);
  }

  @Override
  public BegunLogin begin(String description) {
    return login.get().begin(description);
  }

  @Override
  public Secret await(BegunLogin begun, Duration atMost) {
    return login.get().await(begun, atMost);
  }

  @Override
  public App app(Secret token, String name) {
    return api.get().app(token, name);
  }

  @Override
  public void preauthorize(Secret token, String app, Secret code) {
    api.get().secondFactorApi().preauthorize(token, app, code);
  }

  @Override
  public <R> R withCode(SecondFactorDemand demand, Secret code, Supplier<R> calls) {
    return api.get().secondFactorApi().withCode(demand, code, calls);
  }
}
