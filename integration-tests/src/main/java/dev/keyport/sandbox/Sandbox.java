package dev.keyport.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A running mock of the Heroku API and its git host. The API is announced at 127.0.0.1 and git at
 * localhost: a netrc knows no ports, and so has one machine for each.
 *
 * <p>State is in memory and gone with {@link #close}. All methods are safe for use by several
 * threads, and may be called while requests are answered.
 */
public final class Sandbox implements AutoCloseable {
  /** The organization whose identity provider logs in the federated account. */
  public static final String ORGANIZATION = "keyport-org";

  private final Parts parts;
  private final Exposure exposure;
  private final Optional<Tls> tls;
  private final Listener gitServer;
  private final Listener apiServer;
  private final Optional<SshHost> ssh;
  private final SeededAccounts accounts;
  private final Control control;
  private final Faults faults = new Faults();
  private final RequestLog log;

  private Sandbox(SandboxOptions options, Parts parts) throws IOException {
    this.parts = parts;
    State state = new State(options.clock());
    accounts = Seed.plant(state);
    log = new RequestLog(options.clock());
    exposure = options.exposure();
    tls = options.tls() ? Optional.of(parts.add(Tls.create())) : Optional.empty();
    GitRepositories repositories = parts.add(new GitRepositories());
    GitHandler gitHandler = parts.add(new GitHandler(state, repositories, log));
    gitServer = parts.add(Listener.start(exposure, options.gitPort(), tls, gitHandler));
    ssh =
        options.sshPort().isPresent()
            ? Optional.of(
                parts.add(
                    SshHost.start(
                        exposure, options.sshPort().getAsInt(), state, log, repositories)))
            : Optional.empty();
    RateLimiter rateLimiter = new RateLimiter(state);
    SecondFactor secondFactor = new SecondFactor(state);
    Router router = Routes.all(state, rateLimiter, secondFactor, git(), options.pageSize());
    Authenticator authenticator = new Authenticator(state, secondFactor);
    BrowserLogins logins = new BrowserLogins(state);
    control = new Control(state, rateLimiter, logins);
    Optional<String> approved =
        Optional.of(accounts.main().email()).filter(email -> options.autoApprove());
    LoginService loginService =
        new LoginService(
            logins,
            new BrowserPage(state, logins, authenticator, secondFactor, approved),
            new SsoPage(state, accounts.federated().email()));
    Dispatcher dispatcher = new Dispatcher(state, router, authenticator, rateLimiter);
    ApiHandler apiHandler =
        new ApiHandler(
            dispatcher,
            new LegacyApi(state, authenticator, rateLimiter),
            loginService,
            new ControlApi(control, accounts, this::knownHost, faults, log),
            faults,
            log);
    apiServer = parts.add(Listener.start(exposure, options.port(), tls, apiHandler));
    parts.add(apiHandler); // closed before its server: nothing is waited for any more
    parts.add(logins);
  }

  /**
   * Starts a sandbox.
   *
   * @throws IOException when a port can't be had; the message names it
   */
  public static Sandbox start(SandboxOptions options) throws IOException {
    Parts parts = new Parts();
    try {
      return new Sandbox(options, parts);
    } catch (IOException failed) {
      parts.close();
      throw failed;
    }
  }

  /** Where the API is, without a slash at the end. */
  public URI api() {
    return URI.create(
        scheme() + "://127.0.0.1:" + exposure.announcedPort().orElseGet(apiServer::port));
  }

  /** Where the git host is, without a slash at the end. */
  public URI git() {
    return URI.create(
        scheme() + "://localhost:" + exposure.announcedGitPort().orElseGet(gitServer::port));
  }

  /** The address that git clones the app from. */
  public URI git(String app) {
    return URI.create(git() + "/" + app + ".git");
  }

  /** Where git is over SSH, without a slash at the end; empty when it was not asked for. */
  public Optional<URI> ssh() {
    return ssh.map(host -> URI.create("ssh://git@localhost:" + host.port()));
  }

  /** The line of a known_hosts file for {@link #ssh()}. */
  public Optional<String> knownHost() {
    return ssh.map(host -> "[localhost]:" + host.port() + " " + host.hostKey());
  }

  /** The PEM file with the certificate to trust; empty without TLS. It goes with the sandbox. */
  public Optional<Path> caFile() {
    return tls.map(Tls::caFile);
  }

  /** Where the browser login service is, without a slash at the end: on the API's port. */
  public URI auth() {
    return api();
  }

  /** The page on which the organization's people find a token; only one organization has it. */
  public URI sso(String organization) {
    return URI.create(auth() + "/saml/" + organization + "/init?cli=true");
  }

  /** The browser logins that wait for a person, oldest first. */
  public List<PendingLogin> pendingLogins() {
    return control.pendingLogins().stream().map(login -> login.at(auth())).toList();
  }

  /** Lets the command of a browser login in, as the account; false when the login is over. */
  public boolean approveLogin(UUID login, String email) {
    return control.approveLogin(login.toString(), email);
  }

  /** Fails a browser login with a text for the command; false when the login is over. */
  public boolean denyLogin(UUID login, String message) {
    return control.denyLogin(login.toString(), message);
  }

  /** The accounts there are, with their secrets. */
  public SeededAccounts accounts() {
    return accounts;
  }

  /** What is to go wrong next. */
  public Faults faults() {
    return faults;
  }

  /** The last 10,000 requests to the API and the git host, oldest first, secrets hashed. */
  public List<LoggedRequest> requests() {
    return log.list();
  }

  /** Forgets the requests so far. */
  public void clearRequests() {
    log.clear();
  }

  /** The account's authorizations whose access token works now. */
  public List<LiveAuthorization> liveAuthorizations(String email) {
    return control.live(email);
  }

  /** Whether the access token works now. */
  public boolean isAlive(String token) {
    return control.isAlive(token);
  }

  /** Gives a direct authorization, as the dashboard would; returns its token. */
  public String issueToken(String email, List<String> scope, Optional<Duration> lifetime) {
    return control.issue(email, scope, lifetime).token();
  }

  /** Gives a session, as a browser login would; returns its token. */
  public String issueSession(String email) {
    return control.issueSession(email).token();
  }

  /** Deletes the authorization of a live token; false when the token isn't alive. */
  public boolean revoke(String token) {
    return control.act(Control.Action.REVOKE, token).isPresent();
  }

  /** Ends a live token as if its time had come; false when the token isn't alive. */
  public boolean expire(String token) {
    return control.act(Control.Action.EXPIRE, token).isPresent();
  }

  /** Puts a new token in the place of a live one; empty when the token isn't alive. */
  public Optional<String> regenerate(String token) {
    return control.act(Control.Action.REGENERATE, token).map(LiveAuthorization::token);
  }

  /** Deletes all authorizations of the account, as a change of its password does. */
  public void revokeAll(String email) {
    control.act(Control.Action.REVOKE, email, live -> true);
  }

  /** The code that the account's authenticator app shows now; it works once. */
  public String code(String email) {
    return control.code(email);
  }

  /** Sets how many requests the account may make before it is refused. */
  public void setRateLimit(String email, int remaining) {
    control.setRateLimit(email, remaining);
  }

  /** Lets the account make requests without a limit, for measuring. */
  public void liftRateLimit(String email) {
    control.liftRateLimit(email);
  }

  /** Suspends the account. */
  public void suspend(String email) {
    control.suspend(email);
  }

  /** Makes an app; its repository has one commit, as all have. */
  public void addApp(String email, String name) {
    control.addApp(email, name);
  }

  /** Stops the servers and deletes the repositories. Does nothing the second time. */
  @Override
  public void close() {
    parts.close();
  }

  private String scheme() {
    return tls.isPresent() ? "https" : "http";
  }
}
