package dev.keyport.it.readers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** As much of an FTP server (RFC 959) as a login needs; it keeps the first it is given. */
final class FtpLog implements AutoCloseable {
  private static final Map<String, String> REPLIES =
      Map.of("USER", "331 password?", "PASS", "230 logged in", "QUIT", "221 bye");

  private final Map<String, String> given = new ConcurrentHashMap<>();
  private final ServerSocket socket;

  FtpLog() {
    try {
      socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "ftp");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  Optional<Login> login() {
    return Optional.ofNullable(given.get("USER"))
        .flatMap(user -> Optional.ofNullable(given.get("PASS")).map(pass -> new Login(user, pass)));
  }

  private void serve() {
    try {
      while (true) {
        try (Socket client = socket.accept()) {
          converse(client);
        }
      }
    } catch (IOException e) {
      // Closed, or the client went away: what it had given by then is what counts.
      return;
    }
  }

  private void converse(Socket client) throws IOException {
    OutputStream out = client.getOutputStream();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    reply(out, "220 ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", 2);
      given.putIfAbsent(words[0], words.length > 1 ? words[1] : "");
      reply(out, REPLIES.getOrDefault(words[0], "502 no"));
    }
  }

  private static void reply(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
