package dev.keyport.keychain;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.secret.Static;

/**
 * The default collection of the Secret Service (freedesktop.org's Secret Service API, draft 0.2),
 * as gnome-keyring and others serve it. Asking for it starts a service that the bus knows how to
 * start, which shows nothing to anybody.
 *
 * <p>Used by one thread at a time.
 */
final class SecretServiceItems implements Items {
  private static final String NO_OBJECT = "/";
  private static final String SECRET = "(oayays)";

  private final SecretServiceClient client;
  private String collection = NO_OBJECT;

  SecretServiceItems(Machine machine) {
    this.client = new SecretServiceClient(machine);
  }

  @Override
  public String open(Deadline deadline) {
    return client.asking(
        "open",
        () -> {
          if (!client.isServed(deadline)) {
            throw new StoreException.Absent(
                "there is no keyring here: nothing on the session bus serves the Secret Service"
                    + " (org.freedesktop.secrets)",
                "install and start a keyring such as gnome-keyring, or use another store");
          }
          collection =
              SecretServiceClient.path(
                  client.ask(SecretServiceClient.SERVICE, "ReadAlias", "s", deadline, "default"));
          if (collection.equals(NO_OBJECT)) {
            throw new StoreException.Unavailable(
                "the Secret Service has no default keyring",
                "make one in your keyring manager (Seahorse, say) and set it as the default",
                null);
          }
          Map<String, Object> properties = client.properties(collection(), deadline);
          String name = "the keyring \"" + properties.getOrDefault("Label", "") + "\"";
          if (!Boolean.FALSE.equals(properties.get("Locked"))) {
            throw SecretServiceClient.locked(name);
          }
          return name + " of the Secret Service";
        });
  }

  @Override
  public void unlock(Prompting prompting, Deadline deadline) {
    client.asking(
        "unlock the keyring",
        () -> {
          client.promptToUnlock(collection, prompting, deadline);
          return collection;
        });
  }

  @Override
  public void prepare(Deadline deadline) {
    client.asking("open a session", () -> client.session(deadline));
  }

  @Override
  public List<Item> search(Map<String, String> attributes, Deadline deadline) {
    return client.asking(
        "search",
        () -> {
          List<Item> items = new ArrayList<>();
          Object paths = client.ask(collection(), "SearchItems", "a{ss}", deadline, attributes);
          for (Object path : (List<?>) paths) {
            item(SecretServiceClient.path(path), deadline).ifPresent(items::add);
          }
          return items;
        });
  }

  private Optional<Item> item(String path, Deadline deadline) throws BusCallException {
    Map<String, Object> properties;
    try {
      properties = client.properties(itemObject(path), deadline);
    } catch (BusCallException e) {
      return emptyIfGone(e);
    }
    Map<String, String> attributes = new HashMap<>();
    ((Map<?, ?>) properties.getOrDefault("Attributes", Map.of()))
        .forEach((name, value) -> attributes.put((String) name, (String) value));
    String label = String.valueOf(properties.getOrDefault("Label", ""));
    return Optional.of(
        new Item(
            path, attributes, label, time(properties, "Created"), time(properties, "Modified")));
  }

  private static long time(Map<String, Object> properties, String name) {
    return properties.get(name) instanceof UInt64 seconds ? seconds.longValue() : 0;
  }

  @Override
  public Optional<Secret> read(Item item, Deadline deadline) {
    return client.asking(
        "read",
        () -> {
          SecretSession session = client.session(deadline);
          Object answer;
          try {
            answer =
                client.ask(itemObject(item.path()), "GetSecret", "o", deadline, session.path());
          } catch (BusCallException e) {
            return emptyIfGone(e);
          }
          byte[] text = session.unseal((Object[]) answer);
          try {
            return Optional.of(SecretText.decode(text).orElseThrow(() -> notText(item)));
          } finally {
            Arrays.fill(text, (byte) 0);
          }
        });
  }

  @Override
  public void create(CredentialId id, Secret secret, Deadline deadline) {
    client.asking(
        "create an item",
        () -> {
          Map<String, Variant<?>> properties =
              Map.of(
                  Static.Interfaces.ITEM + ".Label", label(id),
                  Static.Interfaces.ITEM + ".Attributes", attributes(id));
          // Never "replace": the service would take an item that has further attributes for ours.
          List<Object> answer =
              client.call(
                  collection(),
                  "CreateItem",
                  "a{sv}" + SECRET + "b",
                  deadline,
                  properties,
                  sealed(secret, deadline),
                  false);
          return refusePrompt(answer.get(1));
        });
  }

  @Override
  public void overwrite(Item item, CredentialId id, Secret secret, Deadline deadline) {
    client.asking(
        "overwrite an item",
        () -> {
          BusObject object = itemObject(item.path());
          Object sealed = sealed(secret, deadline);
          client.call(object, "SetSecret", SECRET, deadline, sealed);
          if (!item.isLabelledOurs() || !item.attributes().equals(Item.attributesOf(id))) {
            client.set(object, "Label", label(id), deadline);
            client.set(object, "Attributes", attributes(id), deadline);
          }
          return item;
        });
  }

  @Override
  public void delete(Item item, Deadline deadline) {
    client.asking(
        "delete an item",
        () -> {
          try {
            return refusePrompt(client.ask(itemObject(item.path()), "Delete", null, deadline));
          } catch (BusCallException e) {
            return emptyIfGone(e);
          }
        });
  }

  private static <T> Optional<T> emptyIfGone(BusCallException e) throws BusCallException {
    if (e.isNoSuchObject()) {
      return Optional.empty();
    }
    throw e;
  }

  /** A call that wants a prompt has done nothing yet; the prompt is never shown. */
  private static Optional<Object> refusePrompt(Object prompt) {
    if (!SecretServiceClient.path(prompt).equals(NO_OBJECT)) {
      throw SecretServiceClient.locked("the keyring");
    }
    return Optional.empty();
  }

  private Object[] sealed(Secret secret, Deadline deadline) throws BusCallException {
    byte[] text = secret.revealUtf8();
    try {
      return client.session(deadline).seal(text);
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  private BusObject collection() {
    return SecretServiceClient.object(collection, Static.Interfaces.COLLECTION);
  }

  private static BusObject itemObject(String path) {
    return SecretServiceClient.object(path, Static.Interfaces.ITEM);
  }

  private static Variant<?> label(CredentialId id) {
    return new Variant<>(Item.labelOf(id));
  }

  private static Variant<?> attributes(CredentialId id) {
    return new Variant<>(Item.attributesOf(id), "a{ss}");
  }

  private static StoreException.Corrupt notText(Item item) {
    return new StoreException.Corrupt(
        "the keyring item \"" + item.label() + "\" holds bytes that are no UTF-8 text",
        "remove it in your keyring manager, and log in again");
  }

  @Override
  public void close() {
    client.close();
  }
}
