package dev.keyport.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Calls the API of a sandbox in tests. Immutable; the {@code with} methods return a copy. */
final class ApiClient {
  private final HttpClient http;
  private final URI api;
  private final HttpRequest.Builder template;

  private ApiClient(HttpClient http, URI api, HttpRequest.Builder template) {
    this.http = http;
    this.api = api;
    this.template = template;
  }

  /** One without a credential. */
  static ApiClient of(Sandbox sandbox) {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest.Builder template =
        HttpRequest.newBuilder()
            .timeout(Duration.ofSeconds(30))
            .header("Accept", "application/vnd.heroku+json; version=3");
    return new ApiClient(http, sandbox.api(), template);
  }

  /** One with a token of the account that needs no second factor. */
  static ApiClient loggedIn(Sandbox sandbox) {
    return of(sandbox).withToken(sandbox.accounts().main().defaultToken().orElseThrow());
  }

  ApiClient withToken(String token) {
    return with("Authorization", "Bearer " + token);
  }

  ApiClient withBasic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  ApiClient with(String header, String value) {
    return new ApiClient(http, api, template.copy().setHeader(header, value));
  }

  Reply get(String path) {
    return send("GET", path, Optional.empty());
  }

  Reply delete(String path) {
    return send("DELETE", path, Optional.empty());
  }

  Reply post(String path, String json) {
    return send("POST", path, Optional.of(json));
  }

  Reply post(String path) {
    return send("POST", path, Optional.empty());
  }

  Reply patch(String path, String json) {
    return send("PATCH", path, Optional.of(json));
  }

  Reply put(String path) {
    return send("PUT", path, Optional.empty());
  }

  Reply send(String method, String path, Optional<String> json) {
    try {
      return attempt(method, path, json);
    } catch (IOException failed) {
      throw new AssertionError(method + " " + path + " got no answer", failed);
    }
  }

  /** Posts a form as a browser does. */
  Reply submit(String path, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return with("Content-Type", "application/x-www-form-urlencoded")
        .send("POST", path, HttpRequest.BodyPublishers.ofString(form));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Reply send(String method, String path, HttpRequest.BodyPublisher body) {
    try {
      return exchange(template.copy().uri(URI.create(api + path)).method(method, body).build());
    } catch (IOException failed) {
      throw new AssertionError(method + " " + path + " got no answer", failed);
    }
  }

  /** Like {@link #send}, for tests in which the connection breaks. */
  Reply attempt(String method, String path, Optional<String> json) throws IOException {
    HttpRequest.Builder request = template.copy().uri(URI.create(api + path));
    json.ifPresent(text -> request.setHeader("Content-Type", "application/json"));
    HttpRequest.BodyPublisher body =
        json.map(HttpRequest.BodyPublishers::ofString)
            .orElseGet(HttpRequest.BodyPublishers::noBody);
    return exchange(request.method(method, body).build());
  }

  private Reply exchange(HttpRequest request) throws IOException {
    try {
      return new Reply(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  /** An answer. */
  record Reply(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return Json.read(response.body());
    }

    /** The error's id. */
    String error() {
      return json().path("id").asString();
    }

    /** What is at a JSON pointer, as text. */
    String at(String pointer) {
      return json().at(pointer).asString();
    }
  }
}
