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
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.secret.Static;
import org.jspecify.annotations.Nullable;

/**
 * The default collection of the Secret Service (freedesktop.org's Secret Service API, draft 0.2),
 * as gnome-keyring and others serve it.
 *
 * <p>Used by one thread at a time.
 */
final class SecretServiceItems implements Items {
  private static final BusObject SERVICE =
      new BusObject(Static.Service.SECRETS, Static.ObjectPaths.SECRETS, Static.Interfaces.SERVICE);
  private static final String NO_OBJECT = "/";

  private final Machine machine;
  private @Nullable SessionBus bus;
  private @Nullable SecretSession session;
  private String collection = NO_OBJECT;

  SecretServiceItems(Machine machine) {
    this.machine = machine;
  }

  @Override
  public String open(Deadline deadline) {
    return asking(
        "open",
        () -> {
          SessionBus connected = connected(deadline);
          if (!connected.isOwned(SERVICE.service(), deadline)
              && !connected.isActivatable(SERVICE.service(), deadline)) {
            throw new StoreException.Absent(
                "there is no keyring here: nothing on the session bus serves the Secret Service"
                    + " (org.freedesktop.secrets)",
                "install and start a keyring such as gnome-keyring, or use another store");
          }
          collection = path(connected.call(SERVICE, "ReadAlias", "s", deadline, "default").get(0));
          if (collection.equals(NO_OBJECT)) {
            throw new StoreException.Unavailable(
                "the Secret Service has no default keyring",
                "make one in your keyring manager (Seahorse, say) and set it as the default",
                null);
          }
          Map<String, Object> properties =
              properties(collection, Static.Interfaces.COLLECTION, deadline);
          String name = "the keyring \"" + properties.getOrDefault("Label", "") + "\"";
          if (!Boolean.FALSE.equals(properties.get("Locked"))) {
            throw locked(name);
          }
          return name + " of the Secret Service";
        });
  }

  @Override
  public List<Item> search(Map<String, String> attributes, Deadline deadline) {
    return asking(
        "search",
        () -> {
          Object paths =
              connected(deadline)
                  .call(
                      object(collection, Static.Interfaces.COLLECTION),
                      "SearchItems",
                      "a{ss}",
                      deadline,
                      attributes)
                  .get(0);
          List<Item> items = new ArrayList<>();
          for (Object path : (List<?>) paths) {
            item(path(path), deadline).ifPresent(items::add);
          }
          return items;
        });
  }

  private Optional<Item> item(String path, Deadline deadline) throws BusCallException {
    Map<String, Object> properties;
    try {
      properties = properties(path, Static.Interfaces.ITEM, deadline);
    } catch (BusCallException e) {
      if (e.isNoSuchObject()) {
        return Optional.empty();
      }
      throw e;
    }
    Map<String, String> attributes = new HashMap<>();
    ((Map<?, ?>) properties.getOrDefault("Attributes", Map.of()))
        .forEach((name, value) -> attributes.put((String) name, (String) value));
    Object created = properties.get("Created");
    return Optional.of(
        new Item(
            path,
            attributes,
            String.valueOf(properties.getOrDefault("Label", "")),
            created instanceof UInt64 seconds ? seconds.longValue() : 0));
  }

  @Override
  public Optional<Secret> read(Item item, Deadline deadline) {
    return asking(
        "read",
        () -> {
          SecretSession open = session(deadline);
          Object answer;
          try {
            answer =
                connected(deadline)
                    .call(
                        object(item.path(), Static.Interfaces.ITEM),
                        "GetSecret",
                        "o",
                        deadline,
                        open.path())
                    .get(0);
          } catch (BusCallException e) {
            if (e.isNoSuchObject()) {
              return Optional.empty();
            }
            throw e;
          }
          byte[] text = open.unseal((Object[]) answer);
          try {
            return Optional.of(SecretText.decode(text).orElseThrow(() -> notText(item)));
          } finally {
            Arrays.fill(text, (byte) 0);
          }
        });
  }

  @Override
  public void create(CredentialId id, Secret secret, Deadline deadline) {
    asking(
        "create",
        () -> {
          Map<String, Variant<?>> properties =
              Map.of(
                  Static.Interfaces.ITEM + ".Label",
                  new Variant<>(Item.labelOf(id)),
                  Static.Interfaces.ITEM + ".Attributes",
                  new Variant<>(Item.attributesOf(id), "a{ss}"));
          // Never "replace": the service would take an item that has further attributes for ours.
          List<Object> answer =
              connected(deadline)
                  .call(
                      object(collection, Static.Interfaces.COLLECTION),
                      "CreateItem",
                      "a{sv}(oayays)b",
                      deadline,
                      properties,
                      sealed(secret, deadline),
                      false);
          refusePrompt(answer.get(1));
          return collection;
        });
  }

  @Override
  public void overwrite(Item item, CredentialId id, Secret secret, Deadline deadline) {
    asking(
        "overwrite",
        () -> {
          BusObject object = object(item.path(), Static.Interfaces.ITEM);
          connected(deadline)
              .call(object, "SetSecret", "(oayays)", deadline, (Object) sealed(secret, deadline));
          if (!item.isLabelledOurs() || !item.attributes().equals(Item.attributesOf(id))) {
            set(object, "Label", new Variant<>(Item.labelOf(id)), deadline);
            set(object, "Attributes", new Variant<>(Item.attributesOf(id), "a{ss}"), deadline);
          }
          return collection;
        });
  }

  private void set(BusObject object, String property, Variant<?> value, Deadline deadline)
      throws BusCallException {
    connected(deadline)
        .call(
            object.as(Static.DBus.Interfaces.DBUS_PROPERTIES),
            "Set",
            "ssv",
            deadline,
            object.type(),
            property,
            value);
  }

  @Override
  public void delete(Item item, Deadline deadline) {
    asking(
        "delete",
        () -> {
          try {
            refusePrompt(
                connected(deadline)
                    .call(object(item.path(), Static.Interfaces.ITEM), "Delete", null, deadline)
                    .get(0));
          } catch (BusCallException e) {
            if (!e.isNoSuchObject()) {
              throw e;
            }
          }
          return collection;
        });
  }

  /** A call that wants a prompt has done nothing yet; the prompt is never shown. */
  private static void refusePrompt(Object prompt) {
    if (!path(prompt).equals(NO_OBJECT)) {
      throw locked("the keyring");
    }
  }

  private Object[] sealed(Secret secret, Deadline deadline) throws BusCallException {
    byte[] text = secret.revealUtf8();
    try {
      return session(deadline).seal(text);
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  private SessionBus connected(Deadline deadline) {
    SessionBus open = bus;
    if (open == null || !open.isConnected()) {
      session = null;
      open = SessionBus.connect(SessionBusAddress.of(machine), deadline);
      bus = open;
    }
    return open;
  }

  private SecretSession session(Deadline deadline) throws BusCallException {
    SessionBus connected = connected(deadline);
    SecretSession open = session;
    if (open == null) {
      open = SecretSession.open(connected, SERVICE, deadline);
      session = open;
    }
    return open;
  }

  private Map<String, Object> properties(String path, String type, Deadline deadline)
      throws BusCallException {
    Object answer =
        connected(deadline)
            .call(
                object(path, Static.DBus.Interfaces.DBUS_PROPERTIES), "GetAll", "s", deadline, type)
            .get(0);
    Map<String, Object> values = new HashMap<>();
    ((Map<?, ?>) answer)
        .forEach((name, value) -> values.put((String) name, ((Variant<?>) value).getValue()));
    return values;
  }

  private static BusObject object(String path, String type) {
    return new BusObject(SERVICE.service(), path, type);
  }

  private static String path(Object value) {
    return ((DBusPath) value).getPath();
  }

  private interface Question<T> {
    T ask() throws BusCallException;
  }

  private <T> T asking(String what, Question<T> question) {
    try {
      return question.ask();
    } catch (BusCallException e) {
      // The service may have been restarted: what was agreed with it is gone.
      session = null;
      if (e.isLocked()) {
        throw locked("the keyring");
      }
      if (e.isTimeout()) {
        throw new StoreException.TimedOut(
            "the Secret Service did not start in time, or waited too long itself", "try again");
      }
      throw new StoreException.Unavailable(
          "the Secret Service failed to " + what + ": " + e.getMessage(),
          "restart the keyring service and try again",
          e);
    }
  }

  private static StoreException.Locked locked(String name) {
    return new StoreException.Locked(
        name + " is locked",
        "unlock it: log in to the desktop, or use your keyring manager (Seahorse, say)");
  }

  private static StoreException.Corrupt notText(Item item) {
    return new StoreException.Corrupt(
        "the keyring item \"" + item.label() + "\" holds bytes that are no UTF-8 text",
        "remove it in your keyring manager, and log in again");
  }

  @Override
  public void close() {
    SessionBus open = bus;
    bus = null;
    session = null;
    if (open != null) {
      open.close();
    }
  }
}
