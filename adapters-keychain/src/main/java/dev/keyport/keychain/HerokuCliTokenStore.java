package dev.keyport.keychain;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.Reach;
import dev.keyport.domain.store.Saved;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.StoreTraits;
import dev.keyport.domain.store.TokenStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The heroku CLI's login, read for the hosts it is good for and never changed. */
final class HerokuCliTokenStore implements TokenStore {
  private final StoreSpec spec;
  private final HerokuCliItem item;
  private final List<Host> hosts;
  private final Machine machine;

  /**
   * @param hosts those that the CLI's token is for, without ports
   */
  HerokuCliTokenStore(StoreSpec spec, HerokuCliItem item, List<Host> hosts, Machine machine) {
    this.spec = spec;
    this.item = item;
    this.hosts = List.copyOf(hosts);
    this.machine = machine;
  }

  @Override
  public StoreSpec spec() {
    return spec;
  }

  @Override
  public StoreTraits traits() {
    return new StoreTraits(true, SecretServiceKeychain.MAX_SECRET_BYTES, true, Reach.KEYPORT);
  }

  @Override
  public Optional<Credential> find(Host host) {
    return emails().stream()
        .findFirst()
        .filter(email -> hosts.contains(host))
        .flatMap(email -> item.find(email, host));
  }

  @Override
  public Optional<Credential> find(CredentialId id) {
    requireSystem();
    return hosts.contains(id.host()) ? item.find(id.login(), id.host()) : Optional.empty();
  }

  @Override
  public List<CredentialId> list() {
    List<String> emails = emails();
    return hosts.stream()
        .flatMap(host -> emails.stream().map(email -> new CredentialId(host, email)))
        .toList();
  }

  @Override
  public void checkWritable() {
    throw onlyRead("use another store to save to, such as netrc or keychain");
  }

  @Override
  public Saved save(Collection<Credential> credentials) {
    checkWritable();
    throw new AssertionError("nothing is saved here");
  }

  @Override
  public void checkRemovable(Collection<CredentialId> ids) {
    if (list().stream().anyMatch(ids::contains)) {
      throw onlyRead("to end that login, run: heroku logout");
    }
  }

  @Override
  public List<CredentialId> remove(Collection<CredentialId> ids) {
    checkRemovable(ids);
    return List.of();
  }

  private StoreException.Unavailable onlyRead(String wayOut) {
    return new StoreException.Unavailable(
        "the heroku CLI's login is only read, never changed", wayOut, null);
  }

  @Override
  public StoreStatus status() {
    try {
      List<String> emails = emails();
      String what =
          emails.isEmpty() ? "no login" : "the login of " + String.join(" and of ", emails);
      return new StoreStatus.Ready(
          "the heroku CLI keeps " + what + " in the keyring",
          List.of(),
          Optional.of("this store is only read"));
    } catch (StoreException.Absent e) {
      return new StoreStatus.Absent(e.message(), e.hint());
    } catch (StoreException.Locked e) {
      return new StoreStatus.Locked(e.message(), e.hint());
    } catch (StoreException e) {
      return new StoreStatus.Unavailable(e.message(), e);
    }
  }

  private List<String> emails() {
    requireSystem();
    return item.emails();
  }

  private void requireSystem() {
    if (machine.isMac() || machine.isWindows()) {
      throw new StoreException.Absent(
          "the heroku CLI's login is found on Linux alone, where it is in the keyring",
          "use another store, such as netrc");
    }
  }

  @Override
  public void close() {
    // Each call has closed what it opened.
  }
}
