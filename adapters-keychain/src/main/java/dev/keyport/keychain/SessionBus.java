package dev.keyport.keychain;

import dev.keyport.domain.store.StoreException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.freedesktop.dbus.DBusMatchRule;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.errors.Error;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.jspecify.annotations.Nullable;

/**
 * One private connection to a session bus, on which every call has a deadline of its own.
 *
 * <p>Calls are made as messages, not through dbus-java's proxies: those wait by one time-out for
 * the whole JVM, which a library must not set. Safe for use by several threads.
 */
final class SessionBus implements AutoCloseable {
  private static final String NAME = "the D-Bus session bus";
  private static final BusObject BUS =
      new BusObject("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus");

  private final DBusConnection connection;

  private SessionBus(DBusConnection connection) {
    this.connection = connection;
  }

  /**
   * Connects and says hello.
   *
   * @throws StoreException.TimedOut when the bus does not answer before the deadline
   * @throws StoreException.Unavailable when nothing listens there, or it refuses
   */
  static SessionBus connect(String address, Deadline deadline) {
    SessionBus bus = new SessionBus(connectInTime(address, false, deadline));
    try {
      // Not left to the library, which would wait for it by its own time-out.
      bus.call(BUS, "Hello", null, deadline);
      return bus;
    } catch (BusCallException e) {
      bus.close();
      throw unreachable(address, e);
    } catch (StoreException e) {
      bus.close();
      throw e;
    }
  }

  /**
   * As {@link #connect}, for a connection that signals are read from: the library takes them only
   * on one that it has registered itself.
   */
  static SessionBus connectToListen(String address, Deadline deadline) {
    return new SessionBus(connectInTime(address, true, deadline));
  }

  /** Authentication reads a socket with no time-out, so it runs where it can be interrupted. */
  private static DBusConnection connectInTime(
      String address, boolean registered, Deadline deadline) {
    try {
      return InTime.call(
          NAME,
          () -> {
            DBusConnection connected =
                DBusConnectionBuilder.forAddress(address)
                    .withShared(false)
                    .withRegisterSelf(registered)
                    .build();
            if (Thread.currentThread().isInterrupted()) {
              // Nobody waits for it any more.
              connected.close();
            }
            return connected;
          },
          deadline);
    } catch (ExecutionException e) {
      throw unreachable(address, e.getCause());
    }
  }

  /**
   * Calls a method and waits for its answer.
   *
   * @param signature the arguments' D-Bus signature; null where there are none
   * @return the values answered
   * @throws BusCallException when the answer is an error
   * @throws StoreException.TimedOut when there is no answer before the deadline
   * @throws StoreException.Unavailable when the connection is lost
   */
  List<Object> call(
      BusObject object,
      String member,
      @Nullable String signature,
      Deadline deadline,
      Object... arguments)
      throws BusCallException {
    try {
      MethodCall call =
          new MethodCall(
              object.service(),
              object.path(),
              object.type(),
              member,
              (byte) 0,
              signature,
              arguments);
      connection.sendMessage(call);
      Message reply = await(call, object, deadline);
      if (reply instanceof Error error) {
        throw new BusCallException(error.getName(), member);
      }
      Object[] values = reply.getParameters();
      return values == null ? List.of() : List.of(values);
    } catch (DBusException | DBusExecutionException e) {
      throw new StoreException.Unavailable(
          "the connection to " + NAME + " is lost", "try again", e);
    }
  }

  private static Message await(MethodCall call, BusObject object, Deadline deadline) {
    while (true) {
      long left = deadline.remainingMillis();
      // Zero would wait for ever.
      Message reply = left > 0 ? call.getReply(left) : call.hasReply() ? call.getReply(1) : null;
      if (reply != null) {
        return reply;
      }
      if (Thread.currentThread().isInterrupted()) {
        throw InTime.interrupted();
      }
      if (left == 0) {
        throw InTime.silent(object.service(), deadline);
      }
    }
  }

  /**
   * Hands every such signal to the listener from now on, in a thread of the library's: the path it
   * came from and its values. Only on a connection made {@linkplain #connectToListen to listen}.
   */
  void onSignal(
      String type, String member, BiConsumer<String, List<Object>> listener, Deadline deadline) {
    DBusMatchRule rule = new DBusMatchRule("signal", type, member);
    DBusSigHandler<DBusSignal> handler =
        signal -> {
          try {
            Object[] values = signal.getParameters();
            listener.accept(signal.getPath(), values == null ? List.of() : List.of(values));
          } catch (DBusException e) {
            // Not to be understood, so it answers nothing.
          }
        };
    try {
      // The library asks the bus for them by its own time-out.
      InTime.call(NAME, () -> connection.addGenericSigHandler(rule, handler), deadline);
    } catch (ExecutionException e) {
      throw new StoreException.Unavailable(
          NAME + " passes no signals on", "try again", e.getCause());
    }
  }

  /** The unique name of the connection that owns the name. */
  String ownerOf(String name, Deadline deadline) throws BusCallException {
    return String.valueOf(call(BUS, "GetNameOwner", "s", deadline, name).get(0));
  }

  /** Whether somebody owns the name now. */
  boolean isOwned(String name, Deadline deadline) throws BusCallException {
    return Boolean.TRUE.equals(call(BUS, "NameHasOwner", "s", deadline, name).get(0));
  }

  /** Whether a call to the name would start its owner. */
  boolean isActivatable(String name, Deadline deadline) throws BusCallException {
    Object names = call(BUS, "ListActivatableNames", null, deadline).get(0);
    return names instanceof List<?> list && list.contains(name);
  }

  boolean isConnected() {
    return connection.isConnected();
  }

  /** Keeps the thread's interrupt, which the library would swallow as it waits for its threads. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      connection.close();
    } catch (IOException e) {
      // What can't be closed is gone already.
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static StoreException.Unavailable unreachable(String address, @Nullable Throwable cause) {
    return new StoreException.Unavailable(
        NAME + " at " + address + " can't be reached",
        "log in again, or correct DBUS_SESSION_BUS_ADDRESS",
        cause);
  }
}
