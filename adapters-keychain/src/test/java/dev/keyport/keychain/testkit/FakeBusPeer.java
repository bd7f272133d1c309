package dev.keyport.keychain.testkit;

import java.io.IOException;
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
 * A connection to a bus on which whole messages are read and written, with no library's manners.
 */
final class FakeBusPeer implements AutoCloseable {
  private static final String BUS = "org.freedesktop.DBus";
  private static final long DO_NOT_QUEUE = 4;

  private final AbstractTransport transport;
  private volatile boolean closed;

  private FakeBusPeer(AbstractTransport transport) {
    this.transport = transport;
  }

  /** Connects and takes the name. */
  static FakeBusPeer own(String address, String name) throws IOException, DBusException {
    TransportBuilder builder = TransportBuilder.create(address);
    builder.configure().withAutoConnect(false);
    AbstractTransport transport = builder.build();
    transport.connect();
    FakeBusPeer peer = new FakeBusPeer(transport);
    peer.callBus("Hello", null);
    peer.callBus("RequestName", "su", name, new org.freedesktop.dbus.types.UInt32(DO_NOT_QUEUE));
    return peer;
  }

  private void callBus(String member, @Nullable String signature, Object... arguments)
      throws IOException, DBusException {
    MethodCall call =
        new MethodCall(BUS, "/org/freedesktop/DBus", BUS, member, (byte) 0, signature, arguments);
    transport.writeMessage(call);
    while (true) {
      Message message = transport.readMessage();
      if (message instanceof MethodReturn reply && reply.getReplySerial() == call.getSerial()) {
        return;
      }
      if (message instanceof Error error) {
        throw new IOException(member + ": " + error.getName());
      }
    }
  }

  /** The next call to this peer; null when the connection has ended. */
  @Nullable MethodCall next() {
    try {
      while (!closed) {
        if (transport.readMessage() instanceof MethodCall call) {
          return call;
        }
      }
      return null;
    } catch (IOException | DBusException e) {
      return null;
    }
  }

  void reply(MethodCall call, @Nullable String signature, Object... values) {
    send(
        () -> new MethodReturn(call, signature, values), "the fake can't answer " + call.getName());
  }

  void fail(MethodCall call, String errorName) {
    send(
        () -> new Error(call.getSource(), errorName, call.getSerial(), "s", "as the test says"),
        "the fake can't answer " + call.getName());
  }

  void signal(String path, String type, String member, String signature, Object... values) {
    send(
        () -> new DBusSignal(null, path, type, member, signature, values),
        "the fake can't send " + member);
  }

  private interface Written {
    Message message() throws DBusException;
  }

  /** To nobody once this peer has left the bus. */
  private void send(Written written, String failure) {
    try {
      if (!closed) {
        transport.writeMessage(written.message());
      }
    } catch (IOException | DBusException e) {
      if (!closed) {
        throw new IllegalStateException(failure, e);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      transport.close();
    } catch (IOException e) {
      // It is gone already.
    }
  }
}
