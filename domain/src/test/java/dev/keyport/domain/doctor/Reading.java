package dev.keyport.domain.doctor;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.store.Saved;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.StoreTraits;
import dev.keyport.domain.store.StoreWarning;
import dev.keyport.domain.store.TokenStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Another store, with reads or a state of its own. */
final class Reading implements TokenStore {
  private final TokenStore store;
  private final Function<CredentialId, Optional<Credential>> find;
  private final Optional<StoreStatus> state;

  Reading(TokenStore store, Function<CredentialId, Optional<Credential>> find) {
    this.store = store;
    this.find = find;
    this.state = Optional.empty();
  }

  Reading(TokenStore store, String state) {
    this.store = store;
    this.find = store::find;
    this.state =
        Optional.of(
            switch (state) {
              case "locked" -> new StoreStatus.Locked("it is locked", Optional.of("unlock it"));
              case "absent" -> new StoreStatus.Absent("it is not there");
              default ->
                  new StoreStatus.Ready(
                      "ready",
                      List.of(StoreWarning.of("odd", "odd").mendedBy("even it")),
                      Optional.of("it would show"));
            });
  }

  @Override
  public StoreSpec spec() {
    return store.spec();
  }

  @Override
  public StoreTraits traits() {
    return store.traits();
  }

  @Override
  public Optional<Credential> find(Host host) {
    return store.find(host);
  }

  @Override
  public Optional<Credential> find(CredentialId id) {
    return find.apply(id);
  }

  @Override
  public Saved save(Collection<Credential> credentials) {
    return store.save(credentials);
  }

  @Override
  public List<CredentialId> remove(Collection<CredentialId> ids) {
    return store.remove(ids);
  }

  @Override
  public List<CredentialId> list() {
    return store.list();
  }

  @Override
  public StoreStatus status() {
    return state.orElseGet(store::status);
  }

  @Override
  public void close() {
    store.close();
  }
}
