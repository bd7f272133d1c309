package dev.keyport.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/**
 * Runs {@code git http-backend} as a CGI program (RFC 3875), once for each request. Bodies are
 * streamed both ways; the program itself inflates gzip and reads chunked bodies to their end. Safe
 * for use by several threads.
 */
final class GitBackend implements AutoCloseable {
  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  /**
   * Serves a request that was let in.
   *
   * @param location the program and the repositories
   * @param user the email of the account, for git's reflog
   * @param onStatus told the status before it is sent
   */
  void serve(
      HttpExchange http, GitRepositories.Location location, String user, IntConsumer onStatus)
      throws IOException {
    ProcessBuilder builder =
        GitProcess.builder(location.root(), List.of(location.backend().toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("GIT_PROJECT_ROOT", location.root().toString());
    describe(http, user, builder.environment());
    Process process = builder.start();
    running.add(process);
    try (InputStream out = new BufferedInputStream(process.getInputStream())) {
      CompletableFuture<Void> feeding =
          CompletableFuture.runAsync(() -> feed(http.getRequestBody(), process.getOutputStream()));
      CgiHead head = CgiHead.read(out);
      onStatus.accept(head.status());
      Headers headers = http.getResponseHeaders();
      head.headers().forEach(header -> headers.add(header.getKey(), header.getValue()));
      http.sendResponseHeaders(head.status(), 0);
      OutputStream response = http.getResponseBody();
      out.transferTo(response);
      feeding.join();
      response.close();
    } finally {
      process.destroy();
      running.remove(process);
    }
  }

  /** Ends the programs that still run, with what they started. */
  @Override
  public void close() {
    for (Process process : running) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
    }
  }

  private static void describe(HttpExchange http, String user, Map<String, String> environment) {
    Headers headers = http.getRequestHeaders();
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("GATEWAY_INTERFACE", "CGI/1.1");
    environment.put("REQUEST_METHOD", http.getRequestMethod());
    environment.put("PATH_INFO", http.getRequestURI().getPath());
    environment.put("REMOTE_ADDR", "127.0.0.1");
    environment.put("REMOTE_USER", user);
    environment.put(
        "QUERY_STRING", Optional.ofNullable(http.getRequestURI().getRawQuery()).orElse(""));
    copy(headers, "Content-Type", environment, "CONTENT_TYPE");
    copy(headers, "Content-Length", environment, "CONTENT_LENGTH");
    copy(headers, "Content-Encoding", environment, "HTTP_CONTENT_ENCODING");
    copy(headers, "Git-Protocol", environment, "GIT_PROTOCOL");
  }

  private static void copy(Headers from, String header, Map<String, String> to, String variable) {
    Optional.ofNullable(from.getFirst(header)).ifPresent(value -> to.put(variable, value));
  }

  /** Git may stop reading when it has seen enough; what it answers says whether all is well. */
  private static void feed(InputStream body, OutputStream program) {
    try (program) {
      body.transferTo(program);
    } catch (IOException stoppedReading) {
      return;
    }
  }
}
