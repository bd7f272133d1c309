package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.CriticalSection;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.token.EnvironmentToken;
import dev.keyport.domain.token.FoundToken;
import dev.keyport.domain.token.LoginKind;
import dev.keyport.domain.token.Metadata;
import dev.keyport.domain.token.MetadataStore;
import dev.keyport.domain.token.TokenFingerprint;
import dev.keyport.domain.token.TokenSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Logs in: gets a token, and keeps it for the API host and the git host in one step.
 *
 * <p>A login is a transaction. When the token can't be kept, the authorization just created is
 * revoked and what the store held before is put back, and the error says so.
 */
public final class LogIn {
  /** The way out where a login wants somebody who is not there. */
  static final String WITHOUT_A_PERSON =
      "use --email with --password-stdin, --with-token, or --browser none, which prints the link"
          + " and waits";

  private final AuthApi api;
  private final TokenStore store;
  private final MetadataStore metadata;
  private final TokenSource tokens;
  private final Endpoints endpoints;
  private final Clock clock;
  private final SecureRandom random;
  private final CriticalSection whole;

  /**
   * @param api where the token comes from
   * @param store where it is kept
   * @param metadata where what else is known of it is kept
   * @param tokens what is in force now
   * @param endpoints the hosts it is kept for
   * @param clock tells when it ends
   * @param random salts its fingerprint
   * @param whole keeps a login from being cut in half
   */
  public LogIn(
      AuthApi api,
      TokenStore store,
      MetadataStore metadata,
      TokenSource tokens,
      Endpoints endpoints,
      Clock clock,
      SecureRandom random,
      CriticalSection whole) {
    this.api = api;
    this.store = store;
    this.metadata = metadata;
    this.tokens = tokens;
    this.endpoints = endpoints;
    this.clock = clock;
    this.random = random;
    this.whole = whole;
  }

  /**
   * Checks what can be checked before anybody is asked for a password.
   *
   * @return the account that is logged in now, if one is
   * @throws UsageException when the environment's token would win over the login
   * @throws dev.keyport.domain.store.StoreException when the store can't be read, or nothing can be
   *     saved in it
   */
  public Optional<String> prepare() {
    Optional<EnvironmentToken> environment = tokens.environment();
    if (environment.isPresent()) {
      String variable = environment.get().variable();
      throw new UsageException(
          variable + " is set, and wins over any login: logging in would change nothing",
          "unset " + variable + " first");
    }
    store.checkWritable();
    return tokens.stored(endpoints.apiHost()).flatMap(FoundToken::account);
  }

  /**
   * Exchanges email and password, and the second factor where one is given, for a token.
   *
   * @throws ApiException.TwoFactorRequired when the account needs a code and none was given
   * @throws ApiException when the API refuses or fails; nothing was stored
   * @throws dev.keyport.domain.store.StoreException when the token can't be kept; it was revoked
   */
  public LoggedIn withPassword(PasswordLogin login) {
    prepare();
    return whole.run(() -> createAndKeep(login));
  }

  private LoggedIn createAndKeep(PasswordLogin login) {
    return kept(LostLogin.told(login, () -> api.createAuthorization(login)), Optional.empty());
  }

  /**
   * Makes an authorization in another way and keeps its token, once the API has taken it; where it
   * can't be kept, the authorization is revoked.
   *
   * @param login what to keep it under; empty for the account's address
   */
  LoggedIn keepNew(Supplier<Authorization> creation, Optional<String> login) {
    return whole.run(() -> kept(creation.get(), login));
  }

  private LoggedIn kept(Authorization authorization, Optional<String> login) {
    Secret token = fullToken(authorization);
    return undoing(
        token,
        new Made.OwnAuthorization(authorization.id()),
        () -> {
          Optional<Instant> end =
              authorization
                  .expiresIn()
                  .map(left -> clock.instant().plus(left).truncatedTo(ChronoUnit.SECONDS));
          Metadata known =
              new Metadata(
                  LoginKind.PASSWORD,
                  Optional.of(authorization.id()),
                  end,
                  TokenFingerprint.of(token, random));
          String account = accountOf(token);
          return keep(login.orElse(account), token, known);
        });
  }

  private static Secret fullToken(Authorization authorization) {
    Optional<Secret> token = authorization.token().filter(Secret::isVisibleAscii);
    if (token.isEmpty() || token.get().isEmpty()) {
      throw new ApiException.Broken(
          ApiFailure.of(
                  "the API created authorization "
                      + authorization.id()
                      + " and sent no token that could be used; it is still there")
              .withHint("revoke it where the account lists its authorizations"));
    }
    return token.get();
  }

  /** The account of a token just made; told apart from a refusal of the password. */
  private String accountOf(Secret token) {
    try {
      return named(api.account(token));
    } catch (ApiException.Rejected | ApiException.TwoFactorRequired e) {
      throw new ApiException.Broken(
          e.failure()
              .withMessage(
                  "the API does not take the token it just made: " + e.failure().message()));
    }
  }

  private static String named(Account account) {
    if (account.email().isBlank()) {
      throw new ApiException.Broken(
          ApiFailure.of("the API names no email address for account " + account.id()));
    }
    return account.email();
  }

  /**
   * Keeps the token of a session just made in the browser.
   *
   * @param description what the session is called
   * @throws ApiException when the API does not take it or fails; it was revoked
   * @throws dev.keyport.domain.store.StoreException when it can't be kept; it was revoked
   */
  LoggedIn withSession(Secret token, String description) {
    return whole.run(
        () ->
            undoing(
                token,
                new Made.OwnSession(description),
                () -> keep(accountOf(token), token, known(LoginKind.BROWSER, token))));
  }

  /**
   * Keeps a token that was made elsewhere, after asking the API whose it is.
   *
   * @throws UsageException when it can't be a token
   * @throws ApiException.Rejected when the API does not take it; nothing was stored
   * @throws dev.keyport.domain.store.StoreException when it can't be kept
   */
  public LoggedIn withToken(Secret token) {
    return withToken(token, LoginKind.PASTED);
  }

  /**
   * The same for a token that puts no other out: where a login of its account is stored by now,
   * that one stays, with what is known of it.
   *
   * @throws UsageException also when there is one
   */
  public LoggedIn withTokenOfNew(Secret token) {
    return withToken(token, LoginKind.PASTED, this::requireNoneOf);
  }

  private void requireNoneOf(String account) {
    Host host = endpoints.apiHost().withoutPort();
    if (store
        .find(new CredentialId(host, account))
        .filter(there -> there.login().equals(account))
        .isPresent()) {
      throw new UsageException(
          store.spec() + " has a login of " + account + " for " + host + " already",
          "give that one a name: keyport accounts:add NAME --current");
    }
  }

  /** The same, of a token that was made as this says. */
  LoggedIn withToken(Secret token, LoginKind kind) {
    return withToken(token, kind, account -> {});
  }

  private LoggedIn withToken(Secret token, LoginKind kind, Consumer<String> check) {
    prepare();
    if (token.isEmpty() || !token.isVisibleAscii()) {
      throw new UsageException(
          "what was given is no API token: it is empty, or has blanks or characters that are not"
              + " printable ASCII",
          "give the token alone, on one line");
    }
    String email = named(api.account(token));
    check.accept(email);
    // A token that this product made and knows of stays known: only then can logout revoke it.
    Metadata known =
        tokens
            .stored(endpoints.apiHost())
            .flatMap(FoundToken::metadata)
            .filter(before -> before.describes(token))
            .orElseGet(() -> known(kind, token));
    return undoing(token, new Made.Nothing(), () -> keep(email, token, known));
  }

  /** Of a token that nobody said an authorization or an end of. */
  private Metadata known(LoginKind kind, Secret token) {
    return new Metadata(
        kind, Optional.empty(), Optional.empty(), TokenFingerprint.of(token, random));
  }

  private LoggedIn undoing(Secret token, Made made, Step step) {
    try {
      return step.run();
    } catch (RuntimeException failure) {
      throw new UndoneLogin(api).undo(token, made, failure);
    }
  }

  /**
   * Ends the token of a login that another took the place of, as logging out would have: only where
   * the login made it. Never fails: what could not be revoked is told in the answer.
   */
  public Revocation revoke(LoggedIn.Replaced replaced) {
    return new TokenRevocation(api).revoke(replaced.token());
  }

  private LoggedIn keep(String account, Secret token, Metadata known) {
    Optional<FoundToken> before = tokens.stored(endpoints.apiHost());
    List<Credential> credentials =
        hosts().stream().map(host -> new Credential(host, account, token)).toList();
    List<CredentialId> ids = credentials.stream().map(Credential::id).toList();
    KeptLogin.keep(store, metadata, credentials, known);
    return new LoggedIn(
        account,
        store.spec(),
        store.traits().reach(),
        ids,
        known.expiresAt(),
        before.filter(found -> !found.token().equals(token)).map(LoggedIn.Replaced::new));
  }

  /** Those a login is kept for, and with their port where an entry names it: it is found first. */
  private Set<Host> hosts() {
    Set<Host> hosts = new LinkedHashSet<>(endpoints.storedHosts());
    for (Host host : List.of(endpoints.apiHost(), endpoints.gitHost())) {
      if (host.port().isPresent() && store.find(host).isPresent()) {
        hosts.add(host);
      }
    }
    return hosts;
  }

  Host apiHost() {
    return endpoints.apiHost();
  }

  private interface Step {
    LoggedIn run();
  }
}
