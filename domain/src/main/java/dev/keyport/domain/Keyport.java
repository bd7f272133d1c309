package dev.keyport.domain;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.store.TokenStoreProvider;
import dev.keyport.domain.store.TokenStores;
import dev.keyport.domain.token.CachedCredential;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * What an embedding program holds: the credentials of whatever store its user chose.
 *
 * <pre>{@code
 * try (Keyport keyport = Keyport.builder().store("netrc").build()) {
 *   keyport.find(Host.parse("api.heroku.com"))
 *       .ifPresent(credential -> call(credential.secret()));
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads. It prints nothing and ends no process.
 */
public final class Keyport implements AutoCloseable {
  private final TokenStore store;

  private Keyport(TokenStore store) {
    this.store = store;
  }

  /** Builds one. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The credential for a host; an entry that names the port is preferred to the host's own.
   *
   * @return empty when the store has none
   * @throws dev.keyport.domain.store.StoreException when the store can't answer
   */
  public Optional<Credential> find(Host host) {
    Optional<Credential> exact = host.port().isPresent() ? store.find(host) : Optional.empty();
    return exact.or(() -> store.find(host.withoutPort()));
  }

  /**
   * The credential of this host and login; never another login's.
   *
   * @throws dev.keyport.domain.store.StoreException when the store can't answer
   */
  public Optional<Credential> find(CredentialId id) {
    return store.find(id);
  }

  /**
   * The credential that {@link #find(Host)} finds, kept between calls.
   *
   * @param keep how long at most; at most a day
   */
  public CachedCredential cached(Host host, Duration keep) {
    return new CachedCredential(() -> find(host), keep);
  }

  /** The store, for what else it can do. */
  public TokenStore store() {
    return store;
  }

  /** Closes the store. */
  @Override
  public void close() {
    store.close();
  }

  /** Says which store, and for whom. Used from one thread. */
  public static final class Builder {
    private static final String VARIABLE = "KEYPORT_STORE";
    private static final String DEFAULT_STORE = "netrc";

    private Machine machine = Machine.current();
    private Optional<String> specs = Optional.empty();
    private Optional<TokenStore> own = Optional.empty();

    private Builder() {}

    /**
     * The store by name, or several in order, as {@code netrc} or {@code keychain,netrc}. Without
     * it, the environment's {@code KEYPORT_STORE}, else {@code netrc}.
     */
    public Builder store(String list) {
      this.specs = Optional.of(list);
      return this;
    }

    /** A store of the caller's own; closed with the facade. */
    public Builder store(TokenStore store) {
      this.own = Optional.of(store);
      return this;
    }

    /** Another machine than this process's own, as in a test. */
    public Builder machine(Machine other) {
      this.machine = other;
      return this;
    }

    /**
     * Opens the store.
     *
     * @throws dev.keyport.domain.error.UsageException when no adapter on the class or module path
     *     serves it; the message lists those that are there
     */
    public Keyport build() {
      return new Keyport(own.orElseGet(this::byName));
    }

    private TokenStore byName() {
      List<StoreSpec> list =
          StoreSpec.parseList(specs.or(() -> machine.variable(VARIABLE)).orElse(DEFAULT_STORE));
      TokenStores stores = new TokenStores(ServiceLoader.load(TokenStoreProvider.class));
      return stores.open(list, StoreContext.of(machine));
    }
  }
}
