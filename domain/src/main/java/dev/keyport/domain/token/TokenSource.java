package dev.keyport.domain.token;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.store.StoredCredential;
import dev.keyport.domain.store.TokenStore;
import java.util.Optional;

/**
 * Where tokens come from: the environment, then the store. Thread-safe as far as its store and
 * metadata are.
 */
public final class TokenSource {
  private final Optional<EnvironmentToken> environment;
  private final TokenStore store;
  private final MetadataStore metadata;
  private final Endpoints endpoints;

  /**
   * @param environment the environment's token, if there is one
   * @param store where logins are kept
   * @param metadata what is known of them
   * @param endpoints the hosts that the environment's token is for
   */
  public TokenSource(
      Optional<EnvironmentToken> environment,
      TokenStore store,
      MetadataStore metadata,
      Endpoints endpoints) {
    this.environment = environment;
    this.store = store;
    this.metadata = metadata;
    this.endpoints = endpoints;
  }

  /**
   * The token in force for a host: the environment's for the API and git hosts, else the stored
   * one.
   *
   * @throws dev.keyport.domain.store.StoreException when the store can't answer
   */
  public Optional<FoundToken> inForce(Host host) {
    if (environment.isPresent() && endpoints.storedHosts().contains(host.withoutPort())) {
      EnvironmentToken found = environment.get();
      return Optional.of(
          new FoundToken(
              found.token(), new TokenOrigin.Environment(found.variable()), Optional.empty()));
    }
    return stored(host);
  }

  /**
   * The stored token for a host, whatever the environment holds. An entry that names the port is
   * preferred to the host's own.
   *
   * @throws dev.keyport.domain.store.StoreException when the store can't answer
   */
  public Optional<FoundToken> stored(Host host) {
    Optional<StoredCredential> exact =
        host.port().isPresent() ? store.locate(host) : Optional.empty();
    return exact.or(() -> store.locate(host.withoutPort())).map(this::withMetadata);
  }

  /**
   * The stored token of this id, whatever the environment holds.
   *
   * @throws dev.keyport.domain.store.StoreException when the store can't answer
   */
  public Optional<FoundToken> stored(CredentialId id) {
    return store.locate(id).map(this::withMetadata);
  }

  private FoundToken withMetadata(StoredCredential found) {
    Credential credential = found.credential();
    return new FoundToken(
        credential.secret(),
        new TokenOrigin.Store(found.store(), credential.id()),
        metadata
            .find(found.store(), credential.id())
            .filter(known -> known.describes(credential.secret())));
  }

  /** The environment's token, if there is one. */
  public Optional<EnvironmentToken> environment() {
    return environment;
  }
}
