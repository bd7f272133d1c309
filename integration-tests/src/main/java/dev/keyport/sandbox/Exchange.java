package dev.keyport.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** One request and its answer on the wire. Used by one thread. */
final class Exchange {
  private final HttpExchange http;

  Exchange(HttpExchange http) {
    this.http = http;
  }

  /**
   * Reads the request whole.
   *
   * @throws ApiError 413 when the body is larger than any call needs
   */
  ApiRequest request() throws IOException {
    byte[] body = http.getRequestBody().readNBytes(Choices.MAX_BODY_BYTES + 1);
    if (body.length > Choices.MAX_BODY_BYTES) {
      throw ApiError.of(413, "request_entity_too_large", "The body is larger than 1 MiB.");
    }
    return new ApiRequest(
        http.getRequestMethod(), http.getRequestURI(), http.getRequestHeaders(), body);
  }

  /** Sends the answer and ends the exchange. */
  void send(Answer answer) throws IOException {
    byte[] body = body(answer);
    putHeaders(answer.headers());
    http.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    try (OutputStream out = http.getResponseBody()) {
      out.write(body);
    }
  }

  /** Announces the whole answer, sends half of its body and closes the connection. */
  void sendTruncated(Answer answer) throws IOException {
    byte[] body = body(answer);
    putHeaders(answer.headers());
    http.sendResponseHeaders(answer.status(), Math.max(body.length, 2));
    http.getResponseBody().write(body, 0, body.length / 2);
    http.getResponseBody().flush();
    http.close();
  }

  /** Closes the connection; the client sees its end before any answer. */
  void drop() {
    http.close();
  }

  private byte[] body(Answer answer) {
    boolean none = http.getRequestMethod().equals("HEAD") || answer.status() == 304;
    return none ? new byte[0] : answer.body().getBytes(StandardCharsets.UTF_8);
  }

  private void putHeaders(Map<String, List<String>> headers) {
    Headers out = http.getResponseHeaders();
    headers.forEach((name, values) -> values.forEach(value -> out.add(name, value)));
  }
}
