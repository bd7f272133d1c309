package dev.keyport.http;

import dev.keyport.domain.apps.App;
import dev.keyport.domain.apps.AppsApi;
import dev.keyport.domain.auth.Account;
import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.AuthApi;
import dev.keyport.domain.auth.Authorization;
import dev.keyport.domain.auth.NewAuthorization;
import dev.keyport.domain.auth.PasswordLogin;
import dev.keyport.domain.auth.SecondFactorApi;
import dev.keyport.domain.authorizations.AuthorizationsApi;
import dev.keyport.domain.authorizations.ClientsApi;
import dev.keyport.domain.authorizations.SessionsApi;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.doctor.ApiReach;
import dev.keyport.domain.keys.AccountKey;
import dev.keyport.domain.keys.KeysApi;
import dev.keyport.domain.keys.SshPublicKey;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * The Heroku platform API, version 3, over HTTP.
 *
 * <p>A call ends within the time-out of its settings, retries and further pages included. Only GETs
 * are retried, on 429 and 5xx. A token goes to the API's own origin and nowhere else, over https
 * (http on this machine itself). No exception, trace line or notice has a token, password or code
 * in it, whatever the API answers.
 *
 * <p>Besides the types of {@link ApiException}, calls throw {@link
 * dev.keyport.domain.error.UsageException} for an argument that can't be sent, such as an id that
 * is none.
 *
 * <p>Safe for use by several threads. {@link #close()} lets go of the connection.
 */
public final class HerokuApi implements AuthApi, KeysApi, AppsApi {
  private static final String AUTHORIZATIONS = "authorizations";
  private static final String OAUTH = "oauth";
  private static final String OWN = "~";

  private final OkHttpClient client;
  private final Json json = new Json();
  private final Calls calls;
  private final ApiReach reach;

  /**
   * Makes ready; connects on the first call.
   *
   * @param settings how the API is reached
   * @param notices takes each warning the API sends along with its answers, once; may be called by
   *     several threads
   * @throws dev.keyport.domain.error.UsageException when a proxy variable or {@code SSL_CERT_FILE}
   *     can't be used
   */
  public HerokuApi(HttpSettings settings, Consumer<String> notices) {
    this(settings, notices, Pause.sleeping());
  }

  HerokuApi(HttpSettings settings, Consumer<String> notices, Pause pause) {
    Objects.requireNonNull(settings, "settings");
    Clients clients = new Clients(settings);
    client = clients.client();
    HttpUrl base = clients.base();
    NetworkFailures failures =
        new NetworkFailures(
            base.host() + ":" + base.port(), clients.proxyAddress(), settings.timeout());
    Transport transport =
        new Transport(client, Transport.V3, settings.userAgent(), failures, new Notices(notices));
    Exchange exchange =
        new Exchange(base, transport, new RetryPolicy(new SplittableRandom()), pause);
    calls = new Calls(exchange, json, settings.timeout());
    reach = new HttpReach(client, base, settings, failures, json);
  }

  /** Whether the API is there, asked without a token, over the same connection. */
  public ApiReach reach() {
    return reach;
  }

  /** What the API does with single authorizations, over the same connection. */
  public AuthorizationsApi authorizationsApi() {
    return new HttpAuthorizations(calls, json);
  }

  /** How a second factor's code is given for a call, over the same connection. */
  public SecondFactorApi secondFactorApi() {
    return new HttpSecondFactor(calls);
  }

  /** The account's browser sessions, over the same connection. */
  public SessionsApi sessionsApi() {
    return new HttpSessions(calls);
  }

  /** The account's OAuth clients, over the same connection. */
  public ClientsApi clientsApi() {
    return new HttpClients(calls, json);
  }

  @Override
  public Authorization createAuthorization(PasswordLogin login) {
    return create(
        Proof.password(login),
        new NewAuthorization(login.description(), List.of(), login.expiresIn()));
  }

  @Override
  public Authorization createAuthorization(Secret token, NewAuthorization wanted) {
    return create(Proof.bearer(token), wanted);
  }

  private Authorization create(Proof proof, NewAuthorization wanted) {
    Map<String, Object> body = new LinkedHashMap<>();
    if (!wanted.description().isEmpty()) {
      body.put("description", wanted.description());
    }
    wanted.expiresIn().ifPresent(time -> body.put("expires_in", time.toSeconds()));
    body.put("scope", wanted.scope().isEmpty() ? List.of("global") : wanted.scope());
    return calls.one(
        ApiRequest.post(proof, json.write(body), OAUTH, AUTHORIZATIONS), Shapes::created);
  }

  @Override
  public Account account(Secret token) {
    return calls.one(ApiRequest.get(Proof.bearer(token), "account"), Shapes::account);
  }

  @Override
  public OptionalInt remainingRequests(Secret token) {
    return calls.one(
        ApiRequest.get(Proof.bearer(token), "account", "rate-limits"),
        json -> OptionalInt.of(json.count("remaining")));
  }

  @Override
  public List<Authorization> authorizations(Secret token) {
    return calls.all(
        ApiRequest.get(Proof.bearer(token), OAUTH, AUTHORIZATIONS), Shapes::authorization);
  }

  @Override
  public Optional<Authorization> defaultAuthorization(Secret token) {
    ApiRequest request = ApiRequest.get(Proof.bearer(token), OAUTH, AUTHORIZATIONS, OWN);
    return calls.oneIfAny(request, "authorization", Shapes::authorization);
  }

  @Override
  public void revokeAuthorization(Secret token, String id) {
    calls.delete(
        ApiRequest.delete(Proof.bearer(token), OAUTH, AUTHORIZATIONS, ApiRequest.checkedId(id)));
  }

  @Override
  public boolean endOwnSession(Secret token) {
    ApiRequest request = ApiRequest.delete(Proof.bearer(token), OAUTH, "sessions", OWN);
    return calls.deleteIfAny(request, "session");
  }

  @Override
  public List<AccountKey> keys(Secret token) {
    return calls.all(ApiRequest.get(Proof.bearer(token), "account", "keys"), Shapes::key);
  }

  @Override
  public AccountKey addKey(Secret token, SshPublicKey key) {
    String body = json.write(Map.of("public_key", key.line()));
    return calls.one(ApiRequest.post(Proof.bearer(token), body, "account", "keys"), Shapes::key);
  }

  @Override
  public void removeKey(Secret token, String id) {
    calls.delete(
        ApiRequest.delete(Proof.bearer(token), "account", "keys", ApiRequest.checkedId(id)));
  }

  @Override
  public List<App> apps(Secret token) {
    return calls.all(ApiRequest.get(Proof.bearer(token), "apps"), Shapes::app).stream()
        .sorted(Comparator.comparing(App::name))
        .toList();
  }

  @Override
  public App app(Secret token, String name) {
    return calls.one(
        ApiRequest.get(Proof.bearer(token), "apps", ApiRequest.checkedId(name)), Shapes::app);
  }

  /** Closes the connection; nothing of this keeps the JVM running afterwards. */
  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
  }
}
