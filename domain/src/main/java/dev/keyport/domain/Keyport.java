package dev.keyport.domain;

import dev.keyport.domain.auth.ApiException;
import dev.keyport.domain.auth.AuthApi;
import dev.keyport.domain.auth.LogOut;
import dev.keyport.domain.auth.LoggedIn;
import dev.keyport.domain.auth.LoggedOut;
import dev.keyport.domain.auth.PasswordLogin;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.AdapterException;
import dev.keyport.domain.error.ClosedException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.interaction.BrowserChoice;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.ResolvedSetting;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.domain.settings.SettingSource;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.store.TokenStores;
import dev.keyport.domain.token.CachedCredential;
import dev.keyport.domain.token.EnvironmentToken;
import dev.keyport.domain.token.Renewal;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an embedding program holds: the credentials of whatever store its user chose.
 *
 * <pre>{@code
 * try (Keyport keyport = Keyport.builder().build()) {
 *   keyport.find(Host.parse("api.heroku.com"))
 *       .ifPresent(credential -> call(credential.secret()));
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads, virtual ones included. It prints nothing, ends no process and
 * keeps nothing static; what there is to tell goes to the {@link System.Logger} named {@value
 * #LOGGER}, and a secret never does. After {@link #close()} every method but that one throws {@link
 * ClosedException}; an argument that is null is a {@link NullPointerException} that names it.
 */
public final class Keyport implements AutoCloseable {
  /** The name of the logger: debug for what is opened and asked, warning for what is odd. */
  public static final String LOGGER = "dev.keyport";

  private final TokenStore store;
  // Whose environment's token counts.
  private final Machine environment;
  private final Later<Endpoints> endpoints;
  private final Logins logins;
  private final Duration keep;
  private final Caches caches = new Caches();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Keyport(
      TokenStore store,
      Machine environment,
      Later<Endpoints> endpoints,
      Logins logins,
      Duration keep) {
    this.store = store;
    this.environment = environment;
    this.endpoints = endpoints;
    this.logins = logins;
    this.keep = keep;
  }

  /** Builds one. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The credential that a request to this host is to carry: for the API's and git's hosts the token
   * in {@code HEROKU_API_KEY} where the environment has one and the store is not one of the
   * program's own ({@link Builder#store(TokenStore)}), with an empty login; else what the store
   * has, an entry that names the port before the host's own.
   *
   * <p>With {@link Builder#keepFor} an answer may be as old as stated there.
   *
   * @return empty when there is none; its secret is the caller's to close
   * @throws StoreException when the store can't answer
   * @throws UsageException when {@code HEROKU_API_KEY} can't be a token
   */
  public Optional<Credential> find(Host host) {
    Objects.requireNonNull(host, "host");
    requireOpen();
    return keep.isZero() ? ask(host) : shared(host, keep).get();
  }

  /**
   * The store's credential of this host and login; never another login's, and never the
   * environment's.
   *
   * @throws StoreException when the store can't answer
   */
  public Optional<Credential> find(CredentialId id) {
    Objects.requireNonNull(id, "id");
    requireOpen();
    return store.find(id);
  }

  /**
   * Another credential than the one that the host refused: the store is asked again, once for all
   * threads that wait, since another process may have replaced it.
   *
   * @param refused what {@link #find(Host)} gave; its secret is not closed yet
   * @return empty when there is no other
   * @throws StoreException when the store can't answer
   */
  public Optional<Credential> findOther(Host host, Credential refused) {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(refused, "refused");
    requireOpen();
    return shared(host, keep).other(found -> found.secret().equals(refused.secret()));
  }

  /**
   * The credential that {@link #find(Host)} finds, kept between calls; closed with this object.
   *
   * @param keepFor how long at most; at most a day
   * @throws UsageException when the time is negative or longer
   */
  public CachedCredential cached(Host host, Duration keepFor) {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(keepFor, "keepFor");
    requireOpen();
    return shared(host, keepFor);
  }

  /**
   * The same, with a way to get another where the host refused it and the store has no other.
   *
   * @param keepFor how long at most; at most a day
   * @param renewal is asked once for all threads that wait
   * @throws UsageException when the time is negative or longer
   */
  public CachedCredential cached(Host host, Duration keepFor, Renewal renewal) {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(keepFor, "keepFor");
    Objects.requireNonNull(renewal, "renewal");
    requireOpen();
    return caches.own(new CachedCredential(() -> askOpen(host), keepFor, renewal));
  }

  private CachedCredential shared(Host host, Duration keepFor) {
    return caches.shared(host, keepFor, () -> new CachedCredential(() -> askOpen(host), keepFor));
  }

  private Optional<Credential> askOpen(Host host) {
    requireOpen();
    return ask(host);
  }

  private Optional<Credential> ask(Host host) {
    if (environment.variable(EnvironmentToken.VARIABLE).isPresent()
        && endpoints().storedHosts().contains(host.withoutPort())) {
      return EnvironmentToken.of(environment).map(found -> new Credential(host, "", found.token()));
    }
    Optional<Credential> exact = host.port().isPresent() ? store.find(host) : Optional.empty();
    return exact.or(() -> store.find(host.withoutPort()));
  }

  /**
   * Logs in with a password and keeps the token in the store, for the API's host and git's in one
   * step: all of it or nothing.
   *
   * @param login the secrets in it stay the caller's to close
   * @throws ApiException.TwoFactorRequired when a code is needed and none was given: ask for it,
   *     and call again with {@link PasswordLogin#withSecondFactor}
   * @throws ApiException when the API refuses or fails; nothing was stored
   * @throws StoreException when the token can't be kept; it was revoked
   * @throws UsageException when {@code HEROKU_API_KEY} is set and would win over the login, or no
   *     adapter for the API is present
   */
  public LoggedIn logIn(PasswordLogin login) {
    Objects.requireNonNull(login, "login");
    requireOpen();
    return forgetting(logins.logIn().withPassword(login));
  }

  /**
   * Logs in by asking a person for email, password and, where it is needed, the code of the second
   * factor; what is mistyped may be given anew, three times in all.
   *
   * @param person see {@link Interaction#asking} for a program's own prompts
   * @throws dev.keyport.domain.error.InterruptedByPersonException when the person stops it
   * @throws ApiException as {@link #logIn(PasswordLogin)} does
   * @throws StoreException as {@link #logIn(PasswordLogin)} does
   * @throws UsageException as {@link #logIn(PasswordLogin)} does, or when nobody can be asked
   */
  public LoggedIn logIn(Interaction person) {
    Objects.requireNonNull(person, "person");
    requireOpen();
    return forgetting(logins.asking(person).run(Optional.empty(), Optional.empty()));
  }

  /**
   * Logs in with the browser: shows the person the login service's page, and waits for them, ten
   * minutes at most.
   *
   * @throws ApiException as {@link #logIn(PasswordLogin)} does
   * @throws StoreException as {@link #logIn(PasswordLogin)} does
   * @throws UsageException as {@link #logIn(PasswordLogin)} does, or when the API has no such
   *     service
   */
  public LoggedIn logInWithBrowser(Interaction person) {
    Objects.requireNonNull(person, "person");
    requireOpen();
    return forgetting(logins.browsing(person).run(new BrowserChoice.Usual()));
  }

  /**
   * Logs out of the login that is stored, whatever the environment holds: the token is revoked
   * where this login made it, and its entries are removed in any case.
   *
   * @return the logins that ended; empty when nobody was logged in
   * @throws StoreException when the store is locked or can't be written
   */
  public List<LoggedOut> logOut() {
    requireOpen();
    return forgetting(logins.logOut().run(LogOut.Scope.CURRENT, true));
  }

  private <T> T forgetting(T done) {
    caches.forget();
    return done;
  }

  /**
   * The API, for what else it can do; closed with this object.
   *
   * @throws UsageException when no adapter for it is present; the hint names the artifact to add
   * @throws AdapterException when its adapter can't be loaded
   */
  public AuthApi api() {
    requireOpen();
    return logins.api();
  }

  /**
   * Where the API and git are, as the settings say.
   *
   * @throws UsageException when a setting is no address that may be used
   */
  public Endpoints endpoints() {
    requireOpen();
    return endpoints.get();
  }

  /** The store, for what else it can do; closed with this object. */
  public TokenStore store() {
    requireOpen();
    return store;
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new ClosedException("this Keyport");
    }
  }

  /**
   * Wipes what is kept, and closes the store and the API; idempotent. Credentials handed out before
   * live on.
   *
   * @throws StoreException when the store fails as it closes; everything is closed all the same
   */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    caches.close();
    try {
      logins.close();
    } finally {
      store.close();
    }
  }

  /**
   * Says which store, and for whom. What is not said is as the person set it for the {@code
   * keyport} command: by a system property ({@code keyport.} and the setting's key, as {@code
   * -Dkeyport.store=keychain}), the environment ({@code KEYPORT_STORE}), the profile in use or the
   * configuration file, in this order; the last two where {@code keyport-files} is on the class or
   * module path, which {@code keyport-netrc} and {@code keyport-keychain} bring.
   *
   * <p>Used from one thread; an argument that is null is a {@link NullPointerException}.
   */
  public static final class Builder {
    private final List<ResolvedSetting> said = new ArrayList<>();
    private Machine machine = Machine.current();
    private InteractionPolicy policy = InteractionPolicy.IF_VISIBLE;
    private Duration keep = Duration.ZERO;
    private String application = "keyport";
    private String apiName = "heroku";
    private Optional<TokenStore> ownStore = Optional.empty();
    private Optional<AuthApi> ownApi = Optional.empty();
    private Consumer<String> notices =
        notice -> System.getLogger(LOGGER).log(Level.WARNING, notice);
    private @Nullable ClassLoader loader = usualLoader();

    private Builder() {}

    /**
     * The thread's own, as a container sets it; where that does not know this very class, as in a
     * thread of the common pool or of a plug-in's host, the one that this class came from.
     */
    private static @Nullable ClassLoader usualLoader() {
      ClassLoader context = Thread.currentThread().getContextClassLoader();
      try {
        if (context != null && context.loadClass(Keyport.class.getName()) == Keyport.class) {
          return context;
        }
      } catch (ClassNotFoundException | LinkageError e) {
        System.getLogger(LOGGER).log(Level.DEBUG, "the thread's class loader has no Keyport", e);
      }
      return Keyport.class.getClassLoader();
    }

    /** The store by name, or several in order, as {@code netrc} or {@code keychain,netrc}. */
    public Builder store(String list) {
      return set(SettingKey.STORE, Objects.requireNonNull(list, "list"));
    }

    /**
     * A store of the caller's own; closed with the facade. Whatever it throws comes out as a {@link
     * StoreException}, but an {@link Error} of the JVM's, such as that memory ran out. Neither a
     * profile nor the machine's policy says anything of it, and the environment's token does not
     * win over it: that may be the process's, and the store another user's.
     */
    public Builder store(TokenStore store) {
      this.ownStore = Optional.of(Objects.requireNonNull(store, "store"));
      return this;
    }

    /** The profile to use, in place of the one that the person chose. */
    public Builder profile(String name) {
      return set(SettingKey.PROFILE, Objects.requireNonNull(name, "name"));
    }

    /** Any setting; of one that is set twice the last counts. */
    public Builder set(SettingKey key, String value) {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(value, "value");
      said.add(
          0, new ResolvedSetting(key, value, new SettingSource.Code("Keyport.Builder: " + key)));
      return this;
    }

    /**
     * Another machine than this process's own: for a test, or a user of a server, whose settings,
     * folders and environment are then read in place of the process's own. System properties stay
     * the process's.
     */
    public Builder machine(Machine other) {
      this.machine = Objects.requireNonNull(other, "machine");
      return this;
    }

    /** How long {@link Keyport#find(Host)} may keep an answer; not at all unless it is said. */
    public Builder keepFor(Duration atMost) {
      this.keep = Objects.requireNonNull(atMost, "keepFor");
      return this;
    }

    /**
     * Whether a store may have its user prompted, by the keychain's unlock window say; where a
     * display is there to see it, unless this says otherwise.
     */
    public Builder policy(InteractionPolicy allowed) {
      this.policy = Objects.requireNonNull(allowed, "policy");
      return this;
    }

    /**
     * What the program is called in the account's list of logins and in the {@code User-Agent}
     * header, as {@code my-tool/2.1}.
     *
     * @param name printable ASCII
     * @throws UsageException when it is not
     */
    public Builder application(String name) {
      Objects.requireNonNull(name, "name");
      if (name.isBlank() || !name.chars().allMatch(c -> c >= ' ' && c <= '~')) {
        throw new UsageException(
            "the application's name is empty or not printable ASCII", "give one as my-tool/2.1");
      }
      this.application = name;
      return this;
    }

    /** The API by name; {@code heroku} unless it is said. */
    public Builder api(String name) {
      this.apiName = Objects.requireNonNull(name, "api");
      return this;
    }

    /** An API of the caller's own; closed with the facade. */
    public Builder api(AuthApi api) {
      this.ownApi = Optional.of(Objects.requireNonNull(api, "api"));
      return this;
    }

    /**
     * Takes what a person should know though a call succeeded, a sentence each, no secret in it;
     * called by any thread. Unless it is said, they go to the logger as warnings.
     */
    public Builder notices(Consumer<String> taker) {
      this.notices = Objects.requireNonNull(taker, "notices");
      return this;
    }

    /**
     * Where adapters are looked for. Unless it is said, the thread's context class loader, or
     * Keyport's own where that one does not know Keyport.
     */
    public Builder classLoader(ClassLoader other) {
      this.loader = Objects.requireNonNull(other, "classLoader");
      return this;
    }

    /** What takes notices must not fail what it is told of. */
    private Consumer<String> telling() {
      Consumer<String> taker = notices;
      return notice -> {
        try {
          taker.accept(notice);
        } catch (RuntimeException e) {
          System.getLogger(LOGGER)
              .log(Level.WARNING, "a notice was not taken: {0}", e.getClass().getName());
        }
      };
    }

    /**
     * Reads the settings and opens the store. No secret is read, nobody is prompted, and no
     * connection is made.
     *
     * @throws UsageException when no adapter serves the store, whose artifact the hint then names;
     *     a setting can't be used or the settings can't be read; or the machine's policy does not
     *     allow the store
     * @throws AdapterException when an adapter can't be loaded, or two serve the store
     * @throws StoreException when the store can't be opened
     */
    public Keyport build() {
      // Refuses a time that no cache may keep, before anything is opened.
      new CachedCredential(Optional::empty, keep).close();
      Assembly parts = new Assembly(machine, List.copyOf(said), policy, telling(), loader);
      EffectiveSettings settings = parts.settings();
      // The settings are read by whichever thread needs them first, and by one at a time.
      ReentrantLock one = new ReentrantLock();
      Later<Endpoints> endpoints = new Later<>(one, () -> Endpoints.of(settings));
      TokenStore store =
          ownStore.map(TokenStores::guard).orElseGet(() -> parts.store(settings, endpoints));
      String name = apiName;
      String userAgent = application;
      Machine environment = ownStore.isPresent() ? machine.withoutEnvironment() : machine;
      Logins logins =
          new Logins(
              environment,
              ownApi,
              () -> parts.apiProvider(name),
              new Later<>(one, () -> parts.apiContext(settings, endpoints.get(), userAgent)),
              () -> parts.metadata(store),
              store);
      System.getLogger(LOGGER).log(Level.DEBUG, "opened the store {0}", store.spec());
      return new Keyport(store, environment, endpoints, logins, keep);
    }
  }
}
