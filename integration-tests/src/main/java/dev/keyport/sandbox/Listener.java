package dev.keyport.sandbox;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP or HTTPS server with a thread for each request. */
final class Listener implements Parts.Part {
  private final HttpServer http;
  private final ExecutorService workers;

  private Listener(HttpServer http, ExecutorService workers) {
    this.http = http;
    this.workers = workers;
  }

  /**
   * Starts a server.
   *
   * @param exposure the addresses to listen on
   * @param port the port; 0 for a free one
   * @param tls the certificate to show; empty for plain HTTP
   * @throws IOException when the port can't be had; its message names the port
   */
  static Listener start(Exposure exposure, int port, Optional<Tls> tls, HttpHandler handler)
      throws IOException {
    InetAddress address = exposure.address();
    HttpServer http;
    try {
      http = create(new InetSocketAddress(address, port), tls);
    } catch (BindException taken) {
      throw new IOException(
          "port "
              + port
              + " of "
              + address.getHostAddress()
              + " can't be had: "
              + taken.getMessage(),
          taken);
    }
    ExecutorService workers = Executors.newCachedThreadPool(Listener::worker);
    http.setExecutor(workers);
    http.createContext("/", handler);
    http.start();
    return new Listener(http, workers);
  }

  private static HttpServer create(InetSocketAddress address, Optional<Tls> tls)
      throws IOException {
    if (tls.isEmpty()) {
      return HttpServer.create(address, 0);
    }
    HttpsServer https = HttpsServer.create(address, 0);
    https.setHttpsConfigurator(new HttpsConfigurator(tls.get().context()));
    return https;
  }

  int port() {
    return http.getAddress().getPort();
  }

  @Override
  public void close() {
    http.stop(0);
    workers.shutdownNow();
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "sandbox-worker");
    thread.setDaemon(true);
    return thread;
  }
}
