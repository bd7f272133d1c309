package dev.keyport.http;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A SOCKS5 proxy (RFC 1928) without users, which connects whatever is asked to one port here. */
final class SocksServer implements AutoCloseable {
  final List<String> asked = new CopyOnWriteArrayList<>();

  private final ServerSocket listener;
  private final int target;

  SocksServer(int target) throws IOException {
    this.target = target;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listener.accept();
      start(() -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    DataOutputStream out = new DataOutputStream(client.getOutputStream());
    in.readByte();
    in.readNBytes(in.readUnsignedByte());
    out.write(new byte[] {5, 0});
    in.readNBytes(3);
    String kind = in.readByte() == 3 ? "name " : "address ";
    String name = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
    asked.add(kind + name + ":" + in.readUnsignedShort());
    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
    out.write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 0});
    start(() -> copy(client, server));
    copy(server, client);
  }

  private static void copy(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // Sockets closed at either end are how a connection is over; a test sees it there.
              }
            },
            "socks");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
