package dev.keyport.cli.wiring;

import dagger.BindsInstance;
import dagger.Component;
import dev.keyport.domain.apps.ListApps;
import dev.keyport.domain.apps.ShowApp;
import dev.keyport.domain.auth.BrowserLogIn;
import dev.keyport.domain.auth.InteractiveLogIn;
import dev.keyport.domain.auth.LogIn;
import dev.keyport.domain.auth.LogOut;
import dev.keyport.domain.auth.RotateLogin;
import dev.keyport.domain.auth.ShowStatus;
import dev.keyport.domain.auth.ShowToken;
import dev.keyport.domain.auth.SsoLogIn;
import dev.keyport.domain.auth.UsualLogIn;
import dev.keyport.domain.auth.WhoAmI;
import dev.keyport.domain.authorizations.ManageAuthorizations;
import dev.keyport.domain.authorizations.ManageClients;
import dev.keyport.domain.authorizations.ManageSessions;
import dev.keyport.domain.configuration.ForeignAccounts;
import dev.keyport.domain.configuration.ImportAccounts;
import dev.keyport.domain.configuration.ManageAccounts;
import dev.keyport.domain.configuration.ManageSettings;
import dev.keyport.domain.doctor.Diagnose;
import dev.keyport.domain.keys.ManageKeys;
import dev.keyport.domain.moving.MoveCredentials;
import dev.keyport.domain.moving.UseStore;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.store.ManageCredentials;
import dev.keyport.domain.store.ShowStores;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.token.EnvironmentToken;
import java.util.List;
import java.util.Optional;
import javax.inject.Named;
import javax.inject.Singleton;

/** One run of the command, wired: what a verb may ask for. */
@Singleton
@Component(modules = {StoreWiring.class, ApiWiring.class, UseCases.class, DoctorWiring.class})
public interface KeyportComponent {
  /** What the run knows from outside. */
  Invocation invocation();

  /** What is to be closed at the end. */
  Resources resources();

  /** Where the services are. */
  Endpoints endpoints();

  /** The environment's token, if there is one. */
  Optional<EnvironmentToken> environmentToken();

  /** The store in use. */
  TokenStore store();

  /** What a new authorization is called. */
  @Named("description")
  String description();

  /** {@code login}, with what is given. */
  LogIn logIn();

  /** {@code login}, asking. */
  InteractiveLogIn interactiveLogIn();

  /** {@code logout}. */
  LogOut logOut();

  /** {@code auth:token}. */
  ShowToken showToken();

  /** {@code auth:status}. */
  ShowStatus showStatus();

  /** {@code auth:rotate}. */
  RotateLogin rotateLogin();

  /** {@code whoami}. */
  WhoAmI whoAmI();

  /** {@code apps}. */
  ListApps listApps();

  /** {@code apps:info}. */
  ShowApp showApp();

  /** {@code keys}. */
  ManageKeys manageKeys();

  /** {@code authorizations}. */
  ManageAuthorizations manageAuthorizations();

  /** {@code sessions}. */
  ManageSessions manageSessions();

  /** {@code clients}. */
  ManageClients manageClients();

  /** {@code credentials}. */
  ManageCredentials manageCredentials();

  /** {@code stores}. */
  ShowStores showStores();

  /** {@code doctor}. */
  Diagnose diagnose();

  /** {@code login}, with the browser. */
  BrowserLogIn browserLogIn();

  /** {@code login}, with single sign-on. */
  SsoLogIn ssoLogIn();

  /** {@code login}, as it comes. */
  UsualLogIn usualLogIn();

  /** {@code stores:move} and {@code stores:undo}. */
  MoveCredentials moveCredentials();

  /** {@code stores:use}. */
  UseStore useStore();

  /** The settings in force. */
  EffectiveSettings settings();

  /** The stores in use, the one that is written to first. */
  List<StoreSpec> storeSpecs();

  /** {@code config} and {@code profile}. */
  ManageSettings manageSettings();

  /** {@code accounts}. */
  ManageAccounts manageAccounts();

  /** {@code accounts:import}. */
  ImportAccounts importAccounts();

  /** Those of the heroku CLI. */
  ForeignAccounts foreignAccounts();

  /** Makes one. */
  @Component.Factory
  interface Factory {
    /** For this run. */
    KeyportComponent create(@BindsInstance Invocation invocation);
  }
}
