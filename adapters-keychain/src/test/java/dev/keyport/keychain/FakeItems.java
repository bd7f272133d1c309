package dev.keyport.keychain;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.store.StoreException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A collection in memory that matches supersets of attributes, as the Secret Service does. */
final class FakeItems implements Items {
  private final Map<Item, Secret> items = new LinkedHashMap<>();
  private int made;
  private int createsLeft = Integer.MAX_VALUE;

  /** Makes an item as another program might. */
  void add(Map<String, String> attributes, String label, long created, String secret) {
    made++;
    items.put(new Item("/items/" + made, attributes, label, created, created), Secret.of(secret));
  }

  /** Lets this many more items be created, and locks the collection for those after. */
  void lockAfter(int creates) {
    createsLeft = creates;
  }

  Map<Item, Secret> items() {
    return items;
  }

  @Override
  public String open(Deadline deadline) {
    return "the fake keyring";
  }

  @Override
  public void unlock(Prompting prompting, Deadline deadline) {
    throw new StoreException.Locked("the fake keyring stays locked", null);
  }

  @Override
  public void prepare(Deadline deadline) {
    // Secrets are passed as they are.
  }

  @Override
  public List<Item> search(Map<String, String> attributes, Deadline deadline) {
    return items.keySet().stream()
        .filter(item -> item.attributes().entrySet().containsAll(attributes.entrySet()))
        .toList();
  }

  @Override
  public Optional<Secret> read(Item item, Deadline deadline) {
    return Optional.ofNullable(items.get(item)).map(FakeItems::copy);
  }

  @Override
  public void create(CredentialId id, Secret secret, Deadline deadline) {
    if (createsLeft-- == 0) {
      throw new StoreException.Locked("the fake keyring is locked", null);
    }
    made++;
    items.put(
        new Item("/items/" + made, Item.attributesOf(id), Item.labelOf(id), made, made),
        copy(secret));
  }

  @Override
  public void overwrite(Item item, CredentialId id, Secret secret, Deadline deadline) {
    items.remove(item);
    made++;
    items.put(
        new Item(item.path(), Item.attributesOf(id), Item.labelOf(id), item.created(), made),
        copy(secret));
  }

  /** The service keeps text of its own: closing the caller's secret does not touch it. */
  private static Secret copy(Secret secret) {
    return secret.use(Secret::copyOf);
  }

  @Override
  public void delete(Item item, Deadline deadline) {
    items.remove(item);
  }

  @Override
  public void close() {
    // What is kept outlives the store, as a keyring does.
  }
}
