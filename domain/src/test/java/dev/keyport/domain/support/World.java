package dev.keyport.domain.support;

import dev.keyport.domain.auth.AuthorizedCalls;
import dev.keyport.domain.auth.BrowserLogIn;
import dev.keyport.domain.auth.CredentialOffer;
import dev.keyport.domain.auth.InteractiveLogIn;
import dev.keyport.domain.auth.LogIn;
import dev.keyport.domain.auth.LogOut;
import dev.keyport.domain.auth.LoggedIn;
import dev.keyport.domain.auth.PasswordLogin;
import dev.keyport.domain.auth.RotateLogin;
import dev.keyport.domain.auth.UsualLogIn;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.interaction.CriticalSection;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.token.EnvironmentToken;
import dev.keyport.domain.token.LoginKind;
import dev.keyport.domain.token.Metadata;
import dev.keyport.domain.token.TokenFingerprint;
import dev.keyport.domain.token.TokenSource;
import dev.keyport.testkit.FaultyTokenStore;
import dev.keyport.testkit.InMemoryHeroku;
import dev.keyport.testkit.InMemoryMetadataStore;
import dev.keyport.testkit.ScriptedPerson;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The use cases put together over fakes, with one account: ann. */
public final class World {
  public static final String ANN = "ann@example.com";
  public static final String PASSWORD = "anns-password";
  public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  public static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  public static final Duration MONTH = Duration.ofDays(30);

  public final InMemoryHeroku heroku = new InMemoryHeroku();
  public final FaultyTokenStore store = new FaultyTokenStore();
  public final InMemoryMetadataStore metadata = new InMemoryMetadataStore();
  public final SecureRandom random = new SecureRandom();
  public ScriptedPerson person = ScriptedPerson.absent();
  public CredentialOffer offer = CredentialOffer.none();
  public Optional<EnvironmentToken> environment = Optional.empty();

  /** Heroku's, with no login service before a test says so. */
  private CriticalSection whole = CriticalSection.unguarded();

  public Endpoints endpoints =
      new Endpoints(
          URI.create("https://api.heroku.com"),
          URI.create("https://git.heroku.com"),
          Optional.empty());

  public World() {
    heroku.addAccount(ANN, PASSWORD);
  }

  public TokenSource tokens() {
    return new TokenSource(environment, store, metadata, endpoints);
  }

  public LogIn logIn() {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new LogIn(
        heroku, store, metadata, tokens(), endpoints, clock, random, CriticalSection.unguarded());
  }

  public LogOut logOut() {
    return new LogOut(heroku, store, metadata, tokens(), endpoints);
  }

  /** Another care than none for what is not to be cut. */
  public void keepWhole(CriticalSection section) {
    whole = section;
  }

  public RotateLogin rotateLogin() {
    TokenSource stored = new TokenSource(Optional.empty(), store, metadata, endpoints);
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new RotateLogin(
        heroku,
        logIn(),
        store,
        stored,
        endpoints,
        clock,
        "Keyport on laptop",
        heroku,
        person,
        whole);
  }

  public InteractiveLogIn interactive() {
    return new InteractiveLogIn(logIn(), browser(), person, offer, "Keyport on laptop");
  }

  public BrowserLogIn browser() {
    return new BrowserLogIn(logIn(), heroku, person, endpoints, "Keyport on laptop", TEN_MINUTES);
  }

  public UsualLogIn usual() {
    return new UsualLogIn(logIn(), browser(), interactive(), person, offer, endpoints);
  }

  /** From now on there is a login service, where ann approves. */
  public void annApproves(String token) {
    endpoints = new Endpoints(endpoints.api(), endpoints.git());
    heroku.approveLogins(ANN, token);
  }

  public AuthorizedCalls calls() {
    return new AuthorizedCalls(tokens(), store, usual(), person, endpoints, heroku);
  }

  public static PasswordLogin password(String email, String password) {
    return new PasswordLogin(
        email, Secret.of(password), Optional.empty(), "Keyport on laptop", Optional.of(MONTH));
  }

  /** Logs ann in with her password. */
  public LoggedIn logAnnIn() {
    return logIn().withPassword(password(ANN, PASSWORD));
  }

  public void environment(String token) {
    environment = Optional.of(new EnvironmentToken(EnvironmentToken.VARIABLE, Secret.of(token)));
  }

  /** Puts a credential into the store as another program would: nothing else is known of it. */
  public void keep(String host, String login, String token) {
    store.save(List.of(new Credential(Host.parse(host), login, Secret.of(token))));
  }

  /** Says of a stored credential how it was come by. */
  public void know(String host, String login, LoginKind kind, Optional<String> authorization) {
    CredentialId id = new CredentialId(Host.parse(host), login);
    Secret token = store.find(id).orElseThrow().secret();
    metadata.save(
        store.spec(),
        id,
        new Metadata(kind, authorization, Optional.empty(), TokenFingerprint.of(token, random)));
  }

  /** What the store holds, as {@code login at host} and the secret. */
  public Map<String, String> stored() {
    Map<String, String> stored = new TreeMap<>();
    for (CredentialId id : store.list()) {
      stored.put(id.toString(), store.find(id).orElseThrow().secret().reveal());
    }
    return stored;
  }
}
