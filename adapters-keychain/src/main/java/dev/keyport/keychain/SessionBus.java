package dev.keyport.keychain;

import dev.keyport.domain.store.StoreException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.transports.AbstractTransport;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.errors.Error;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.MethodReturn;
import org.jspecify.annotations.Nullable;

/**
 * One private connection to a session bus, on which every call has a deadline of its own.
 *
 * <p>It is dbus-java's transport and messages without its {@code DBusConnection}, whose calls wait
 * by one time-out for the whole JVM, and whose pools of threads and exported objects take longer to
 * make than a look-up's calls do. Calls that others make to this connection are not answered: it
 * offers nothing. Safe for use by several threads.
 */
final class SessionBus implements AutoCloseable {
  private static final String NAME = "the D-Bus session bus";
  private static final BusObject BUS =
      new BusObject("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus");

  private final AbstractTransport transport;
  private final Map<Long, CompletableFuture<Message>> awaited = new ConcurrentHashMap<>();
  private final List<Consumer<DBusSignal>> listeners = new CopyOnWriteArrayList<>();
  private final Thread reader = new Thread(this::read, "keyport-session-bus");

  private SessionBus(AbstractTransport transport) {
    this.transport = transport;
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Connects and says hello.
   *
   * @throws StoreException.TimedOut when the bus does not answer before the deadline
   * @throws StoreException.Unavailable when nothing listens there, or it refuses
   */
  static SessionBus connect(String address, Deadline deadline) {
    SessionBus bus;
    try {
      bus = new SessionBus(InTime.call(NAME, () -> authenticated(address), deadline));
    } catch (ExecutionException e) {
      throw unreachable(address, e.getCause());
    }
    try {
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

  /** Reads a socket with no time-out; an interrupt of the thread closes it. */
  private static AbstractTransport authenticated(String address) throws Exception {
    AbstractTransport transport =
        TransportBuilder.create(address).configure().withAutoConnect(false).back().build();
    transport.connect();
    if (Thread.currentThread().isInterrupted()) {
      // Nobody waits for it any more.
      transport.close();
    }
    return transport;
  }

  /** Hands out what arrives, until the connection ends. */
  private void read() {
    try {
      while (true) {
        Message message = transport.readMessage();
        if (message instanceof MethodReturn || message instanceof Error) {
          CompletableFuture<Message> waiting = awaited.remove(message.getReplySerial());
          if (waiting != null) {
            waiting.complete(message);
          }
        } else if (message instanceof DBusSignal signal) {
          listeners.forEach(listener -> listener.accept(signal));
        }
      }
    } catch (IOException | DBusException | RuntimeException e) {
      // Nothing behind it can be read either. Closed first, so that no call is written after this.
      closeTransport();
      IOException lost = new IOException("the connection ended");
      awaited.values().forEach(waiting -> waiting.completeExceptionally(lost));
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
      Message reply = answer(call, object, deadline);
      if (reply instanceof Error error) {
        throw new BusCallException(error.getName(), member);
      }
      Object[] values = reply.getParameters();
      return values == null ? List.of() : List.of(values);
    } catch (DBusException | ExecutionException e) {
      throw new StoreException.Unavailable(
          "the connection to " + NAME + " is lost", "try again", e);
    }
  }

  private Message answer(MethodCall call, BusObject object, Deadline deadline)
      throws ExecutionException {
    CompletableFuture<Message> reply = new CompletableFuture<>();
    awaited.put(call.getSerial(), reply);
    try {
      InTime.call(object.service(), written(call), deadline);
      return reply.get(deadline.remainingMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw InTime.silent(object.service(), deadline);
    } catch (InterruptedException e) {
      throw InTime.interrupted();
    } finally {
      awaited.remove(call.getSerial());
    }
  }

  /** A bus that reads nothing lets a long message wait for ever. */
  private Callable<MethodCall> written(MethodCall call) {
    return () -> {
      transport.writeMessage(call);
      return call;
    };
  }

  /**
   * Hands every such signal to the listener from now on, in this connection's thread: the path it
   * came from and its values.
   *
   * @throws BusCallException when the bus passes none on
   */
  void onSignal(String type, String member, SignalListener listener, Deadline deadline)
      throws BusCallException {
    listeners.add(
        signal -> {
          if (type.equals(signal.getInterface()) && member.equals(signal.getName())) {
            listener.on(signal.getPath(), parameters(signal));
          }
        });
    String rule = "type='signal',interface='" + type + "',member='" + member + "'";
    call(BUS, "AddMatch", "s", deadline, rule);
  }

  private static List<Object> parameters(DBusSignal signal) {
    try {
      Object[] values = signal.getParameters();
      return values == null ? List.of() : List.of(values);
    } catch (DBusException e) {
      // Not to be understood, so it says nothing.
      return List.of();
    }
  }

  /** Hears a signal. */
  interface SignalListener {
    /** The path it came from, and its values. */
    void on(String path, List<Object> values);
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
    return transport.isConnected();
  }

  /** Ends the connection, and waits for its thread's end; the calling thread keeps an interrupt. */
  @Override
  public void close() {
    closeTransport();
    boolean interrupted = Thread.interrupted();
    try {
      reader.join();
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeTransport() {
    // Its own close() can't be called by two threads at once.
    synchronized (transport) {
      try {
        transport.close();
      } catch (IOException e) {
        // What can't be closed is gone already.
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
