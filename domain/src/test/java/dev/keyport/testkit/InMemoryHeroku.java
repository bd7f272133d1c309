package dev.keyport.testkit;

import dev.keyport.domain.apps.App;
import dev.keyport.domain.apps.AppsApi;
import dev.keyport.domain.auth.Account;
import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.ApiFailure;
import dev.keyport.domain.auth.AuthApi;
import dev.keyport.domain.auth.Authorization;
import dev.keyport.domain.auth.BegunLogin;
import dev.keyport.domain.auth.BrowserLoginApi;
import dev.keyport.domain.auth.NewAuthorization;
import dev.keyport.domain.auth.PasswordLogin;
import dev.keyport.domain.auth.SecondFactorApi;
import dev.keyport.domain.auth.SecondFactorDemand;
import dev.keyport.domain.authorizations.AuthorizationChange;
import dev.keyport.domain.authorizations.AuthorizationsApi;
import dev.keyport.domain.authorizations.ClientChange;
import dev.keyport.domain.authorizations.ClientsApi;
import dev.keyport.domain.authorizations.OAuthClient;
import dev.keyport.domain.authorizations.Session;
import dev.keyport.domain.authorizations.SessionsApi;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.keys.AccountKey;
import dev.keyport.domain.keys.KeysApi;
import dev.keyport.domain.keys.SshPublicKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The API in memory: accounts, authorizations, browser sessions, keys and apps that change as calls
 * change them. A token is valid while its authorization or session is there; lists mask tokens as
 * the API does; a second factor's code is asked for only after the right password. Calls are
 * recorded by name and can be made to fail.
 *
 * <p>Used from one thread.
 */
public final class InMemoryHeroku
    implements AuthApi,
        AuthorizationsApi,
        BrowserLoginApi,
        SessionsApi,
        ClientsApi,
        SecondFactorApi,
        KeysApi,
        AppsApi {
  private static final List<String> GLOBAL = List.of("global");

  private final Map<String, FakeAccount> accounts = new LinkedHashMap<>();
  private OptionalInt requestsLeft = OptionalInt.empty();
  private final Map<String, List<RuntimeException>> failures = new LinkedHashMap<>();
  private final Map<String, Runnable> hooks = new LinkedHashMap<>();
  private final Map<String, String> approved = new LinkedHashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final Map<String, String> codes = new LinkedHashMap<>();
  private final Map<String, String> given = new LinkedHashMap<>();
  private final Set<String> opened = new HashSet<>();
  private long ids;

  /** An account without a second factor. */
  public Account addAccount(String email, String password) {
    return add(email, password, Optional.empty());
  }

  /** An account that asks for this code after the password. */
  public Account addAccount(String email, String password, String code) {
    return add(email, password, Optional.of(code));
  }

  private Account add(String email, String password, Optional<String> code) {
    Account account = new Account(nextId(), email, code.isPresent());
    accounts.put(email, new FakeAccount(account, password, code));
    return account;
  }

  private String nextId() {
    return new UUID(0, ++ids).toString();
  }

  /** An authorization of this account with a token of the test's choice. */
  public Authorization addAuthorization(String email, String token) {
    return addAuthorization(email, "made by the test", token);
  }

  /** The same by this description. */
  public Authorization addAuthorization(String email, String description, String token) {
    return authorize(email, description, token, Optional.empty(), GLOBAL);
  }

  /** The account's default authorization, its API key. */
  public Authorization addDefaultAuthorization(String email, String token) {
    Authorization authorization = addAuthorization(email, token);
    of(email).setDefault(authorization);
    return authorization;
  }

  private Authorization authorize(
      String email,
      String description,
      String token,
      Optional<Duration> expiresIn,
      List<String> scope) {
    Authorization made =
        new Authorization(
            nextId(),
            description,
            Optional.of(Secret.of(token)),
            expiresIn,
            scope,
            Optional.empty(),
            Optional.empty());
    of(email).authorizations().put(made.id(), made);
    return made;
  }

  /** A browser session of this account with a token of the test's choice. */
  public void addSession(String email, String token) {
    of(email).sessions().put(nextId(), token);
  }

  /** Approves the logins in the browser that are begun from now on, as this account. */
  public void approveLogins(String email, String token) {
    approved.put(email, token);
  }

  /** Refuses the logins in the browser that are begun from now on. */
  public void refuseLogins() {
    approved.clear();
  }

  /** An app that this account sees. */
  public void addApp(String email, App app) {
    of(email).apps().add(app);
  }

  /** Makes the next call of this name (as {@code createAuthorization}) fail before it acts. */
  public void failNext(String call, RuntimeException failure) {
    failures.computeIfAbsent(call, name -> new ArrayList<>()).add(failure);
  }

  /** Runs this once, after the next call of this name is recorded and before it acts. */
  public void before(String call, Runnable hook) {
    hooks.put(call, hook);
  }

  /** The names of the calls made so far, in order. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** The ids of this account's authorizations. */
  public List<String> authorizationIds(String email) {
    return List.copyOf(of(email).authorizations().keySet());
  }

  /** Whether the API takes this token; not recorded as a call. */
  public boolean takes(String token) {
    return accounts.values().stream().anyMatch(account -> account.owns(token));
  }

  /** Ends every token of this account, as a change of password does. */
  public void endAllTokens(String email) {
    of(email).authorizations().clear();
    of(email).sessions().clear();
  }

  private FakeAccount of(String email) {
    FakeAccount account = accounts.get(email);
    if (account == null) {
      throw new IllegalArgumentException("the test has no account " + email);
    }
    return account;
  }

  /** A refusal as the API words it. */
  public static ApiFailure failure(int status, String errorId, String message) {
    return new ApiFailure(
        message,
        OptionalInt.of(status),
        Optional.of(errorId),
        Optional.of("req-" + status),
        Optional.empty(),
        null);
  }

  private void called(String name) {
    calls.add(name);
    Runnable hook = hooks.remove(name);
    if (hook != null) {
      hook.run();
    }
    List<RuntimeException> failing = failures.getOrDefault(name, List.of());
    if (!failing.isEmpty()) {
      throw failing.remove(0);
    }
  }

  /** From now on calls of this name want this code. */
  public void demandCode(String call, String code) {
    codes.put(call, code);
  }

  /** From now on this app wants this code before it is shown. */
  public void demandCodeForApp(String app, String code) {
    codes.put(ofApp(app), code);
  }

  private static String ofApp(String app) {
    return "the app " + app;
  }

  private void checkCode(String call, Optional<String> app) {
    String wanted = codes.get(app.map(InMemoryHeroku::ofApp).orElse(call));
    if (wanted == null || (app.isPresent() && opened.contains(app.get()))) {
      return;
    }
    Optional<String> brought =
        app.isEmpty() ? Optional.ofNullable(given.remove(call)) : Optional.empty();
    if (brought.isEmpty()) {
      throw new ApiException.TwoFactorRequired(
          failure(403, "two_factor", "A second authentication factor is required."),
          new SecondFactorDemand(app, call));
    }
    redeem(wanted, brought.get());
  }

  private static void redeem(String wanted, String brought) {
    if (!wanted.equals(brought)) {
      throw new ApiException.Rejected(
          failure(401, "invalid_two_factor_code", "Invalid two-factor code."));
    }
  }

  @Override
  public void preauthorize(Secret token, String app, Secret code) {
    FakeAccount unused = authenticated("preauthorize", token);
    redeem(codes.getOrDefault(ofApp(app), ""), code.reveal());
    opened.add(app);
  }

  @Override
  public <R> R withCode(SecondFactorDemand demand, Secret code, Supplier<R> calls) {
    given.put(demand.call(), code.reveal());
    try {
      return calls.get();
    } finally {
      given.clear();
    }
  }

  private FakeAccount authenticated(String call, Secret token) {
    called(call);
    FakeAccount found = holder(token);
    checkCode(call, Optional.empty());
    return found;
  }

  private FakeAccount holder(Secret token) {
    return accounts.values().stream()
        .filter(account -> account.owns(token.reveal()))
        .findFirst()
        .orElseThrow(
            () ->
                new ApiException.Rejected(
                    failure(401, "unauthorized", "Invalid credentials provided.")));
  }

  private static ApiException.NotFound notFound(String resource) {
    return new ApiException.NotFound(failure(404, "not_found", "Couldn't find that " + resource));
  }

  @Override
  public Authorization createAuthorization(PasswordLogin login) {
    called("createAuthorization");
    FakeAccount account = accounts.get(login.email());
    if (account == null || !account.hasPassword(login.password())) {
      throw new ApiException.Rejected(
          failure(401, "unauthorized", "There was a problem with your login."));
    }
    Optional<String> code = account.secondFactor();
    if (code.isPresent() && login.secondFactor().isEmpty()) {
      throw new ApiException.TwoFactorRequired(
          failure(403, "two_factor", "A second authentication factor is required."));
    }
    if (!code.equals(login.secondFactor().map(Secret::reveal)) && code.isPresent()) {
      throw new ApiException.Rejected(
          failure(401, "invalid_two_factor_code", "Invalid two-factor code."));
    }
    return authorize(login.email(), login.description(), nextToken(), login.expiresIn(), GLOBAL);
  }

  private String nextToken() {
    return "HRKU-" + UUID.nameUUIDFromBytes(("token " + ids).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Authorization createAuthorization(Secret token, NewAuthorization wanted) {
    FakeAccount account = authenticated("createAuthorization with a token", token);
    List<String> scope = wanted.scope().isEmpty() ? GLOBAL : wanted.scope();
    return authorize(
        account.account().email(), wanted.description(), nextToken(), wanted.expiresIn(), scope);
  }

  @Override
  public Authorization authorization(Secret token, String id) {
    return authenticated("authorization", token).masked().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> notFound("authorization"));
  }

  @Override
  public Authorization update(Secret token, String id, AuthorizationChange change) {
    FakeAccount account = authenticated("update", token);
    Authorization old = known(account, id);
    return changed(
        account,
        new Authorization(
            id,
            change.description().orElse(old.description()),
            old.token(),
            old.expiresIn(),
            old.scope(),
            change.client().map(AuthorizationChange.Client::id).or(old::client),
            old.updatedAt()));
  }

  @Override
  public Authorization regenerate(Secret token, String id) {
    FakeAccount account = authenticated("regenerate", token);
    Authorization old = known(account, id);
    nextId();
    return changed(
        account,
        new Authorization(
            id,
            old.description(),
            Optional.of(Secret.of(nextToken())),
            old.expiresIn(),
            old.scope(),
            old.client(),
            old.updatedAt()));
  }

  private static Authorization known(FakeAccount account, String id) {
    return Optional.ofNullable(account.authorizations().get(id))
        .orElseThrow(() -> notFound("authorization"));
  }

  private static Authorization changed(FakeAccount account, Authorization changed) {
    account.authorizations().put(changed.id(), changed);
    return changed;
  }

  @Override
  public BegunLogin begin(String description) {
    called("begin");
    return new BegunLogin(
        URI.create("https://cli-auth.heroku.com/auth/browser/1"),
        URI.create("https://cli-auth.heroku.com/auth/cli/1"),
        Secret.of("proof of " + description));
  }

  @Override
  public Secret await(BegunLogin login, Duration atMost) {
    called("await");
    if (approved.isEmpty()) {
      throw new ApiException.Rejected(failure(200, "denied", "The login was refused."));
    }
    Map.Entry<String, String> first = approved.entrySet().iterator().next();
    addSession(first.getKey(), first.getValue());
    return Secret.of(first.getValue());
  }

  /** Says that so many requests are left, from now on. */
  public void leaveRequests(int left) {
    requestsLeft = OptionalInt.of(left);
  }

  @Override
  public OptionalInt remainingRequests(Secret token) {
    authenticated("remainingRequests", token);
    return requestsLeft;
  }

  /** It is asked for by tests after the program under test closed it. */
  @Override
  public void close() {
    calls.add("close");
  }

  @Override
  public Account account(Secret token) {
    return authenticated("account", token).account();
  }

  @Override
  public List<Authorization> authorizations(Secret token) {
    return authenticated("authorizations", token).masked();
  }

  @Override
  public Optional<Authorization> defaultAuthorization(Secret token) {
    return authenticated("defaultAuthorization", token).ownDefault();
  }

  @Override
  public void revokeAuthorization(Secret token, String id) {
    if (authenticated("revokeAuthorization", token).authorizations().remove(id) == null) {
      throw notFound("authorization");
    }
  }

  @Override
  public boolean endOwnSession(Secret token) {
    return authenticated("endOwnSession", token).sessions().values().remove(token.reveal());
  }

  @Override
  public List<Session> sessions(Secret token) {
    return authenticated("sessions", token).sessions().keySet().stream()
        .map(InMemoryHeroku::session)
        .toList();
  }

  private static Session session(String id) {
    return new Session(id, "browser", Optional.empty(), Optional.empty());
  }

  @Override
  public Session endSession(Secret token, String id) {
    if (authenticated("endSession", token).sessions().remove(id) == null) {
      throw notFound("session");
    }
    return session(id);
  }

  @Override
  public List<OAuthClient> clients(Secret token) {
    return List.copyOf(authenticated("clients", token).clients().values());
  }

  @Override
  public OAuthClient client(Secret token, String id) {
    return known(authenticated("client", token).clients(), id);
  }

  @Override
  public OAuthClient createClient(Secret token, String name, String redirectUri) {
    FakeAccount account = authenticated("createClient", token);
    return changed(account, client(nextId(), name, redirectUri));
  }

  @Override
  public OAuthClient updateClient(Secret token, String id, ClientChange change) {
    FakeAccount account = authenticated("updateClient", token);
    OAuthClient old = known(account.clients(), id);
    return changed(
        account,
        new OAuthClient(
            id,
            change.name().orElse(old.name()),
            change.redirectUri().orElse(old.redirectUri()),
            old.secret(),
            old.createdAt(),
            old.updatedAt()));
  }

  @Override
  public OAuthClient rotateClient(Secret token, String id) {
    FakeAccount account = authenticated("rotateClient", token);
    OAuthClient old = known(account.clients(), id);
    nextId();
    return changed(account, client(id, old.name(), old.redirectUri()));
  }

  @Override
  public OAuthClient removeClient(Secret token, String id) {
    FakeAccount account = authenticated("removeClient", token);
    OAuthClient old = known(account.clients(), id);
    account.clients().remove(id);
    return old;
  }

  private OAuthClient client(String id, String name, String redirectUri) {
    return new OAuthClient(
        id,
        name,
        redirectUri,
        Optional.of(Secret.of("client-secret-" + ids)),
        Optional.empty(),
        Optional.empty());
  }

  private static OAuthClient known(Map<String, OAuthClient> clients, String id) {
    return Optional.ofNullable(clients.get(id)).orElseThrow(() -> notFound("client"));
  }

  private static OAuthClient changed(FakeAccount account, OAuthClient changed) {
    account.clients().put(changed.id(), changed);
    return changed;
  }

  @Override
  public List<AccountKey> keys(Secret token) {
    return List.copyOf(authenticated("keys", token).keys());
  }

  @Override
  public AccountKey addKey(Secret token, SshPublicKey key) {
    List<AccountKey> keys = authenticated("addKey", token).keys();
    String fingerprint = key.md5Fingerprint();
    if (keys.stream().anyMatch(has -> has.fingerprint().equals(fingerprint))) {
      throw new ApiException.Invalid(
          failure(422, "invalid_params", "Fingerprint is already in use."));
    }
    AccountKey added = new AccountKey(nextId(), key.line(), key.comment(), fingerprint);
    keys.add(added);
    return added;
  }

  @Override
  public void removeKey(Secret token, String id) {
    if (!authenticated("removeKey", token).keys().removeIf(key -> key.id().equals(id))) {
      throw notFound("key");
    }
  }

  @Override
  public List<App> apps(Secret token) {
    return List.copyOf(authenticated("apps", token).apps());
  }

  @Override
  public App app(Secret token, String name) {
    App found =
        authenticated("app", token).apps().stream()
            .filter(app -> app.name().equals(name) || app.id().equals(name))
            .findFirst()
            .orElseThrow(() -> notFound("app"));
    checkCode("app", Optional.of(found.name()));
    return found;
  }
}
