package dev.keyport.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's HTTP server with one answer for all, to compare with: prints its address. */
public final class FixedAnswerServer {
  private static final byte[] BODY =
      "{\"email\":\"dev@example.com\"}".getBytes(StandardCharsets.UTF_8);

  private FixedAnswerServer() {}

  /** Serves until standard input ends. */
  public static void main(String[] arguments) throws IOException {
    ExecutorService workers = Executors.newCachedThreadPool();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext(
        "/",
        http -> {
          http.sendResponseHeaders(200, BODY.length);
          http.getResponseBody().write(BODY);
          http.close();
        });
    server.start();
    System.out.println("{\"api\":\"http://127.0.0.1:" + server.getAddress().getPort() + "\"}");
    System.in.transferTo(OutputStream.nullOutputStream());
    server.stop(0);
    workers.shutdownNow();
  }
}
