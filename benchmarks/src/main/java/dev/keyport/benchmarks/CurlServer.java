package dev.keyport.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** Says ok to a request that has the right password, by HTTP Basic. */
final class CurlServer implements AutoCloseable {
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  private final HttpServer server;
  private volatile String expected = "";

  private CurlServer(HttpServer server) {
    this.server = server;
  }

  static CurlServer start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    CurlServer started = new CurlServer(server);
    server.createContext("/", started::answer);
    server.start();
    return started;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] body = "ok".getBytes(StandardCharsets.US_ASCII);
    exchange.sendResponseHeaders(given.equals(expected) ? OK : UNAUTHORIZED, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** The command that asks it, as the host of the last entry; the one from now on. */
  Command curl(Path file, int entries, Path folder) {
    String pair = SampleNetrc.LOGIN + ":" + SampleNetrc.lastPassword(entries);
    byte[] bytes = pair.getBytes(StandardCharsets.US_ASCII);
    expected = "Basic " + Base64.getEncoder().encodeToString(bytes);
    String address =
        server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
    return new Command(
        List.of(
            "curl",
            "-q",
            "-sf",
            "--noproxy",
            "*",
            "--connect-to",
            "::" + address,
            "--netrc-file",
            file.toString(),
            "http://" + SampleNetrc.lastHost(entries) + "/"),
        folder);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
