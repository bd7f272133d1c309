package dev.keyport.sandbox;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on 127.0.0.1 with a thread for each request. */
final class LoopbackServer implements AutoCloseable {
  private final HttpServer http;
  private final ExecutorService workers;

  private LoopbackServer(HttpServer http, ExecutorService workers) {
    this.http = http;
    this.workers = workers;
  }

  /**
   * Starts a server.
   *
   * @param port the port; 0 for a free one
   * @throws IOException when the port can't be had; its message names the port
   */
  static LoopbackServer start(int port, HttpHandler handler) throws IOException {
    InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    HttpServer http;
    try {
      http = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    } catch (BindException taken) {
      throw new IOException(
          "port " + port + " of 127.0.0.1 can't be had: " + taken.getMessage(), taken);
    }
    ExecutorService workers = Executors.newCachedThreadPool(LoopbackServer::worker);
    http.setExecutor(workers);
    http.createContext("/", handler);
    http.start();
    return new LoopbackServer(http, workers);
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
