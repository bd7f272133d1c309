package dev.keyport.keychain;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.Reach;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreTraits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

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

  private final Items items;
  private final Consumer<String> notices;
  private final Set<CredentialId> told = new HashSet<>();

  SecretServiceKeychain(Items items, Consumer<String> notices) {
    this.items = items;
    this.notices = notices;
  }

  @Override
  public StoreTraits traits() {
    return new StoreTraits(true, MAX_SECRET_BYTES, true, Reach.KEYPORT);
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
  public void unlock(Prompting prompting, Deadline deadline) {
    items.unlock(prompting, deadline);
  }

  @Override
  public List<String> warnings(Deadline deadline) {
    List<String> warnings = new ArrayList<>();
    byId(search(Map.of(Item.SCHEMA, Item.GENERIC), deadline))
        .forEach(
            (id, found) -> {
              if (found.size() > 1) {
                warnings.add(severalOf(id, found));
              }
            });
    return warnings;
  }

  @Override
  public List<CredentialId> list(Deadline deadline) {
    return search(Map.of(Item.SCHEMA, Item.GENERIC), deadline).stream()
        .filter(Item::isLabelledOurs)
        .flatMap(item -> item.id().stream())
        .distinct()
        .toList();
  }

  @Override
  public Optional<Credential> first(Host host, Deadline deadline) {
    Map<String, String> attributes = Map.of(Item.SERVICE, host.toString());
    return readable(() -> byId(search(attributes, deadline)), deadline);
  }

  @Override
  public Optional<Secret> get(CredentialId id, Deadline deadline) {
    return readable(
            () -> {
              List<Item> found = exactly(id, deadline);
              return found.isEmpty() ? Map.of() : Map.of(id, found);
            },
            deadline)
        .map(Credential::secret);
  }

  /**
   * The first that has a secret; looks again, once, when all that was found went away meanwhile.
   */
  private Optional<Credential> readable(
      Supplier<Map<CredentialId, List<Item>>> search, Deadline deadline) {
    Map<CredentialId, List<Item>> found = search.get();
    Optional<Credential> first = readable(found, deadline);
    return first.isPresent() || found.isEmpty() ? first : readable(search.get(), deadline);
  }

  private Optional<Credential> readable(Map<CredentialId, List<Item>> found, Deadline deadline) {
    for (Map.Entry<CredentialId, List<Item>> one : found.entrySet()) {
      CredentialId id = one.getKey();
      for (Item item : one.getValue()) {
        Optional<Secret> secret = items.read(item, deadline);
        if (secret.isPresent()) {
          tellOfSeveral(id, one.getValue());
          return Optional.of(new Credential(id.host(), id.login(), secret.get()));
        }
      }
    }
    return Optional.empty();
  }

  private void tellOfSeveral(CredentialId id, List<Item> found) {
    if (found.size() > 1 && told.add(id)) {
      notices.accept(severalOf(id, found));
    }
  }

  private static String severalOf(CredentialId id, List<Item> found) {
    return "the keyring has "
        + found.size()
        + " items for "
        + id
        + ", made by another program: the newest is used, and a save leaves only that one";
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

  /** The newest first. */
  private List<Item> exactly(CredentialId id, Deadline deadline) {
    return byId(search(Item.searchOf(id), deadline)).getOrDefault(id, List.of());
  }

  /** The id whose first item is oldest comes first; of one id, the newest item. */
  private static Map<CredentialId, List<Item>> byId(List<Item> items) {
    Map<CredentialId, List<Item>> grouped = new LinkedHashMap<>();
    for (Item item : items) {
      item.id().ifPresent(id -> grouped.computeIfAbsent(id, it -> new ArrayList<>()).add(item));
    }
    grouped.values().forEach(found -> found.sort(Item.NEWEST_FIRST));
    return grouped;
  }

  /** Those that hold a credential, the oldest first. */
  private List<Item> search(Map<String, String> attributes, Deadline deadline) {
    return items.search(attributes, deadline).stream()
        .filter(item -> item.id().isPresent())
        .sorted(Item.OLDEST_FIRST)
        .toList();
  }

  @Override
  public void close() {
    items.close();
  }
}
