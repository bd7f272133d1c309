package dev.keyport.it.readers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An HTTP proxy on the loopback that answers for every host itself, and keeps what it was sent for
 * {@code Authorization} (RFC 7617). It asks for that, and then finds nothing.
 */
final class CredentialLog implements AutoCloseable {
  private static final String BASIC = "Basic ";
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;

  private final Map<String, Login> logins = new ConcurrentHashMap<>();
  private final HttpServer server;

  CredentialLog() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** For the variable {@code http_proxy}. */
  String proxy() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What is to be fetched through the proxy, so that it can tell for which file. */
  static String address(Written written) {
    return "http://" + written.hostInAddress() + "/" + written.key();
  }

  Map<String, Login> logins() {
    return Map.copyOf(logins);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String sent = exchange.getRequestHeaders().getFirst("Authorization");
      if (sent == null) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"netrc\"");
        exchange.sendResponseHeaders(UNAUTHORIZED, -1);
        return;
      }
      if (sent.startsWith(BASIC)) {
        keep(exchange.getRequestURI().getPath(), sent.substring(BASIC.length()));
      }
      exchange.sendResponseHeaders(NOT_FOUND, -1);
    }
  }

  private void keep(String path, String base64) {
    String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    int colon = pair.indexOf(':');
    logins.put(
        path.split("/", -1)[1], new Login(pair.substring(0, colon), pair.substring(colon + 1)));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
