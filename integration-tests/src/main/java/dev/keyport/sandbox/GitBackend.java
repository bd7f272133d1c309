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
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/**
 * Runs {@code git http-backend} as a CGI program (RFC 3875) for one request at a time. Bodies are
 * streamed both ways; the program itself inflates gzip and reads chunked bodies to their end.
 */
final class GitBackend {
  private final GitRepositories repositories;

  GitBackend(GitRepositories repositories) {
    this.repositories = repositories;
  }

  /**
   * Serves a request that was let in.
   *
   * @param user the email of the account, for git's reflog
   * @param onStatus told the status before it is sent
   */
  void serve(HttpExchange http, String user, IntConsumer onStatus) throws IOException {
    ProcessBuilder builder =
        GitProcess.builder(repositories.root(), List.of(repositories.backend().toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    describe(http, user, builder.environment());
    Process process = builder.start();
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
    }
  }

  private void describe(HttpExchange http, String user, Map<String, String> environment) {
    Headers headers = http.getRequestHeaders();
    environment.put("GIT_PROJECT_ROOT", repositories.root().toString());
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
