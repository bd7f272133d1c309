package dev.keyport.keychain;

import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.secret.Static;
import org.jspecify.annotations.Nullable;

/**
 * Calls to the Secret Service: connects when first asked, again when the connection was lost, and
 * says what went wrong in the store's terms.
 *
 * <p>Used by one thread at a time.
 */
final class SecretServiceClient implements AutoCloseable {
  static final BusObject SERVICE = object(Static.ObjectPaths.SECRETS, Static.Interfaces.SERVICE);

  private final Machine machine;
  private @Nullable SessionBus bus;
  private @Nullable SecretSession session;

  SecretServiceClient(Machine machine) {
    this.machine = machine;
  }

  /** An object of the service. */
  static BusObject object(String path, String type) {
    return new BusObject(Static.Service.SECRETS, path, type);
  }

  /** The path in an answer. */
  static String path(Object value) {
    return ((DBusPath) value).getPath();
  }

  /** Whether the service runs, or would be started by a call. */
  boolean isServed(Deadline deadline) throws BusCallException {
    SessionBus open = bus(deadline);
    return open.isOwned(SERVICE.service(), deadline)
        || open.isActivatable(SERVICE.service(), deadline);
  }

  /** The first value answered. */
  Object ask(
      BusObject object,
      String member,
      @Nullable String signature,
      Deadline deadline,
      Object... arguments)
      throws BusCallException {
    return call(object, member, signature, deadline, arguments).get(0);
  }

  /** The values answered. */
  List<Object> call(
      BusObject object,
      String member,
      @Nullable String signature,
      Deadline deadline,
      Object... arguments)
      throws BusCallException {
    return bus(deadline).call(object, member, signature, deadline, arguments);
  }

  /** All properties of an object's interface. */
  Map<String, Object> properties(BusObject object, Deadline deadline) throws BusCallException {
    Object answer =
        ask(
            object.as(Static.DBus.Interfaces.DBUS_PROPERTIES),
            "GetAll",
            "s",
            deadline,
            object.type());
    Map<String, Object> values = new HashMap<>();
    ((Map<?, ?>) answer)
        .forEach((name, value) -> values.put((String) name, ((Variant<?>) value).getValue()));
    return values;
  }

  /** Sets a property. */
  void set(BusObject object, String property, Variant<?> value, Deadline deadline)
      throws BusCallException {
    call(
        object.as(Static.DBus.Interfaces.DBUS_PROPERTIES),
        "Set",
        "ssv",
        deadline,
        object.type(),
        property,
        value);
  }

  /** Has the service ask a person to unlock the collection, and waits for the answer. */
  void promptToUnlock(String collection, Prompting prompting, Deadline deadline)
      throws BusCallException {
    UnlockPrompt.show(SessionBusAddress.of(machine), collection, prompting, deadline);
  }

  private SessionBus bus(Deadline deadline) {
    SessionBus open = bus;
    if (open == null || !open.isConnected()) {
      close();
      open = SessionBus.connect(SessionBusAddress.of(machine), deadline);
      bus = open;
    }
    return open;
  }

  /** The session that secrets are passed in. */
  SecretSession session(Deadline deadline) throws BusCallException {
    SessionBus connected = bus(deadline);
    SecretSession open = session;
    if (open == null) {
      open = SecretSession.open(connected, SERVICE, deadline);
      session = open;
    }
    return open;
  }

  /** Calls to the service that belong together. */
  interface Question<T> {
    T ask() throws BusCallException;
  }

  /**
   * Answers the question, or raises the store's exception for the service's error.
   *
   * @param what completes "the Secret Service failed to …"
   */
  <T> T asking(String what, Question<T> question) {
    try {
      return askedTwice(question);
    } catch (BusCallException e) {
      if (e.isLocked()) {
        throw locked("the keyring");
      }
      if (e.isTimeout()) {
        throw new StoreException.TimedOut(
            "the Secret Service did not start in time, or waited too long itself", "try again");
      }
      if (e.isNoReply()) {
        throw new StoreException.Unavailable(
            "the Secret Service ended while it was asked to " + what,
            "start the keyring service again, and look what it holds",
            e);
      }
      if (e.isNoSuchObject()) {
        throw new StoreException.Unavailable(
            "the keyring was removed while the Secret Service was asked to " + what,
            "see in your keyring manager (Seahorse, say) which keyring is the default",
            e);
      }
      throw new StoreException.Unavailable(
          "the Secret Service failed to " + what + ": " + e.getMessage(),
          "restart the keyring service and try again",
          e);
    }
  }

  /** A service that was restarted knows no session of before, and has done nothing yet. */
  private <T> T askedTwice(Question<T> question) throws BusCallException {
    try {
      return question.ask();
    } catch (BusCallException e) {
      session = null;
      if (e.isNoSession()) {
        return question.ask();
      }
      throw e;
    }
  }

  static StoreException.Locked locked(String name) {
    return new StoreException.Locked(
        name + " is locked",
        "unlock it: log in to the desktop, or use your keyring manager (Seahorse, say)");
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
