package dev.keyport.keychain;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreTraits;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Credentials as items of the Secret Service's default keyring.
 *
 * <p>The service matches an item that has the attributes asked for and more; only exact matches are
 * taken here, so that another program's item is never read, changed or removed. What {@code
 * secret-tool store} wrote under exactly a host and a login is found, overwritten and removed by
 * its id; only what Keyport wrote, which its label tells, is listed, so that moving everything from
 * this store to another leaves other programs' logins where they are.
 */
final class SecretServiceKeychain implements Keychain {
  /** What is promised; the service itself holds more, in memory that may not be swapped. */
  static final int MAX_SECRET_BYTES = 65_536;

  private static final Comparator<Item> OLDEST_FIRST =
      Comparator.comparingLong(Item::created)
          .thenComparing(item -> item.path().length())
          .thenComparing(Item::path);

  private final Items items;

  SecretServiceKeychain(Items items) {
    this.items = items;
  }

  @Override
  public StoreTraits traits() {
    return new StoreTraits(true, MAX_SECRET_BYTES, true);
  }

  @Override
  public void check(Credential credential) {
    String login = credential.login();
    if (login.indexOf('\0') >= 0 || !SecretText.isWellFormed(login)) {
      throw new StoreException.Unrepresentable(
          "the keyring can't hold a login with a NUL character or half a surrogate pair",
          "use another store for it");
    }
    if (!SecretText.isWellFormed(credential.secret())) {
      throw new StoreException.Unrepresentable(
          "the keyring can't hold a secret with half a surrogate pair", "use another secret");
    }
    int length = SecretText.utf8Length(credential.secret());
    if (length > MAX_SECRET_BYTES) {
      throw new StoreException.Unrepresentable(
          "the keyring holds secrets of up to "
              + MAX_SECRET_BYTES
              + " bytes, and this one has "
              + length,
          "use another store for it");
    }
  }

  @Override
  public String open(Deadline deadline) {
    return items.open(deadline);
  }

  @Override
  public void openForWriting(Deadline deadline) {
    items.open(deadline);
    items.prepare(deadline);
  }

  @Override
  public List<CredentialId> list(Deadline deadline) {
    return search(Map.of(Item.SCHEMA, Item.GENERIC), Item::isLabelledOurs, deadline).stream()
        .flatMap(item -> item.id().stream())
        .distinct()
        .toList();
  }

  @Override
  public Optional<Credential> first(Host host, Deadline deadline) {
    List<Item> found = search(Map.of(Item.SERVICE, host.toString()), item -> true, deadline);
    for (Item item : found) {
      Optional<CredentialId> id = item.id().filter(it -> it.host().equals(host));
      if (id.isPresent()) {
        Optional<Secret> secret = items.read(item, deadline);
        if (secret.isPresent()) {
          return Optional.of(new Credential(host, id.get().login(), secret.get()));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Secret> get(CredentialId id, Deadline deadline) {
    for (Item item : exactly(id, deadline)) {
      Optional<Secret> secret = items.read(item, deadline);
      if (secret.isPresent()) {
        return secret;
      }
    }
    return Optional.empty();
  }

  @Override
  public void put(CredentialId id, Secret secret, Deadline deadline) {
    List<Item> found = exactly(id, deadline);
    if (found.isEmpty()) {
      items.create(id, secret, deadline);
      return;
    }
    items.overwrite(found.get(0), id, secret, deadline);
    for (Item duplicate : found.subList(1, found.size())) {
      items.delete(duplicate, deadline);
    }
  }

  @Override
  public void delete(CredentialId id, Deadline deadline) {
    for (Item item : exactly(id, deadline)) {
      items.delete(item, deadline);
    }
  }

  private List<Item> exactly(CredentialId id, Deadline deadline) {
    Optional<CredentialId> wanted = Optional.of(id);
    return search(Item.searchOf(id), item -> item.id().equals(wanted), deadline);
  }

  private List<Item> search(
      Map<String, String> attributes, Predicate<Item> filter, Deadline deadline) {
    return items.search(attributes, deadline).stream()
        .filter(item -> item.id().isPresent())
        .filter(filter)
        .sorted(OLDEST_FIRST)
        .toList();
  }

  @Override
  public void close() {
    items.close();
  }
}
