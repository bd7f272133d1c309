package dev.keyport.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * The few calls of the API that these tests make, with the answers they set. Whatever has no answer
 * set is 401 without the token, and 404 with it.
 */
final class FakeApi implements AutoCloseable {
  static final String TOKEN = "HRKU-canary-token-51c7";
  static final String EMAIL = "ann@example.com";

  private final MockWebServer server = new MockWebServer();
  private final Map<String, MockResponse> answers = new HashMap<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  FakeApi() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
  }

  private MockResponse answer(RecordedRequest request) {
    String call = request.getMethod() + " " + request.getUrl().encodedPath();
    requests.add(call);
    boolean known = ("Bearer " + TOKEN).equals(request.getHeaders().get("Authorization"));
    boolean login = call.equals("POST /oauth/authorizations");
    if (!known && !login) {
      return json(401, "{\"id\":\"unauthorized\",\"message\":\"Invalid credentials provided.\"}");
    }
    MockResponse set = answers.get(call);
    return set == null ? json(404, "{\"id\":\"not_found\",\"message\":\"Not found.\"}") : set;
  }

  private static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .setHeader("Request-Id", "request-1")
        .body(body)
        .build();
  }

  /** From now on this call, as {@code GET /apps}, is answered so. */
  FakeApi answers(String call, int status, String body) {
    answers.put(call, json(status, body));
    return this;
  }

  /** The account of the token, without a second factor. */
  FakeApi hasAccount() {
    return answers(
        "GET /account",
        200,
        "{\"id\":\"01234567-89ab-cdef-0123-456789abcdef\",\"email\":\""
            + EMAIL
            + "\",\"two_factor_authentication\":false}");
  }

  /** What was asked of it, as {@code GET /apps}, in order. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  String address() {
    return "http://127.0.0.1:" + server.getPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
