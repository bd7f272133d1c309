package dev.keyport.domain.store;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.UsageException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A store as one account sees it: for the hosts of its login it answers with that account's
 * credential or none, never with another account's, and keeps no other's there. For other hosts it
 * is the store as it is. As safe for several threads as the store behind it.
 */
public final class AccountTokenStore implements TokenStore {
  private final TokenStore store;
  private final List<Host> hosts;
  private volatile Optional<String> account;

  private AccountTokenStore(TokenStore store, List<Host> hosts, Optional<String> account) {
    this.store = store;
    this.hosts = List.copyOf(hosts);
    this.account = account;
  }

  /**
   * For an account that is known.
   *
   * @param store is closed with this one
   * @param hosts of a login, without ports
   */
  public static AccountTokenStore of(TokenStore store, List<Host> hosts, String account) {
    return new AccountTokenStore(store, hosts, Optional.of(account));
  }

  /**
   * For an account that the first save will tell: until then nobody is logged in.
   *
   * @param store is closed with this one
   * @param hosts of a login, without ports
   */
  public static AccountTokenStore ofNew(TokenStore store, List<Host> hosts) {
    return new AccountTokenStore(store, hosts, Optional.empty());
  }

  private boolean isOfLogin(Host host) {
    return hosts.contains(host.withoutPort());
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
    return isOfLogin(host) ? locate(host).map(StoredCredential::credential) : store.find(host);
  }

  @Override
  public Optional<Credential> find(CredentialId id) {
    return store.find(id);
  }

  @Override
  public Optional<StoredCredential> locate(Host host) {
    return isOfLogin(host)
        ? account.flatMap(
            login ->
                store
                    .locate(new CredentialId(host, login))
                    // One that names nobody need not be this account's.
                    .filter(found -> found.credential().login().equals(login)))
        : store.locate(host);
  }

  @Override
  public Optional<StoredCredential> locate(CredentialId id) {
    return store.locate(id);
  }

  @Override
  public Optional<Credential> findCatchAll(Host host) {
    return store.findCatchAll(host);
  }

  @Override
  public Optional<String> incomplete(Host host) {
    return store.incomplete(host);
  }

  @Override
  public Saved save(Collection<Credential> credentials) {
    for (Credential credential : credentials) {
      if (isOfLogin(credential.host())) {
        requireOwn(credential.login());
        requireRoom(credential.host(), credential.login());
      }
    }
    Saved saved = store.save(credentials);
    credentials.stream()
        .filter(credential -> isOfLogin(credential.host()))
        .findFirst()
        .ifPresent(credential -> account = Optional.of(credential.login()));
    return saved;
  }

  private void requireOwn(String login) {
    if (account.isPresent() && !account.get().equals(login)) {
      throw new UsageException(
          "this profile is for " + account.get() + ", and the login is of " + login,
          "add a profile for it: keyport accounts:add NAME");
    }
  }

  /** A store of one login a host would put the other out. */
  private void requireRoom(Host host, String login) {
    if (store.traits().manyLoginsPerHost()) {
      return;
    }
    Optional<Credential> there = store.find(host);
    if (there.filter(other -> !other.login().equals(login)).isPresent()) {
      throw new UsageException(
          store.spec() + " holds one login for " + host + ", and that is of " + there.get().login(),
          "give this profile a store of its own, as: keyport config:set profile.NAME.store"
              + " netrc:PATH");
    }
  }

  @Override
  public void checkWritable() {
    store.checkWritable();
    account.ifPresent(login -> hosts.forEach(host -> requireRoom(host, login)));
  }

  @Override
  public List<CredentialId> remove(Collection<CredentialId> ids) {
    return store.remove(ids);
  }

  @Override
  public void checkRemovable(Collection<CredentialId> ids) {
    store.checkRemovable(ids);
  }

  @Override
  public List<CredentialId> list() {
    return store.list();
  }

  @Override
  public StoreStatus status() {
    return store.status();
  }

  @Override
  public void undo(Saved saved) {
    store.undo(saved);
  }

  @Override
  public void close() {
    store.close();
  }
}
