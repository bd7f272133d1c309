package dev.keyport.sandbox;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A request, read whole. */
final class ApiRequest {
  private final String method;
  private final URI uri;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  ApiRequest(String method, URI uri, Headers headers, byte[] body) {
    this.method = method;
    this.uri = uri;
    this.headers = Map.copyOf(headers);
    this.body = body.clone();
  }

  /** One without headers and without a body. */
  static ApiRequest of(String method, URI uri) {
    return new ApiRequest(method, uri, new Headers(), new byte[0]);
  }

  String method() {
    return method;
  }

  /** The path as sent, without the query. */
  String path() {
    return Optional.ofNullable(uri.getRawPath()).orElse("/");
  }

  /** The query as sent, without the question mark. */
  Optional<String> query() {
    return Optional.ofNullable(uri.getRawQuery());
  }

  /** The path cut at slashes and percent-decoded; a plus sign stands for itself. */
  List<String> segments() {
    return Arrays.stream(path().split("/"))
        .filter(segment -> !segment.isEmpty())
        .map(segment -> decode(segment.replace("+", "%2B")))
        .toList();
  }

  /** The value of a query parameter. */
  Optional<String> parameter(String name) {
    return query().stream()
        .flatMap(query -> Arrays.stream(query.split("&")))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> decode(pair.substring(name.length() + 1)))
        .findFirst();
  }

  /** The value of a field of a form, sent as {@code application/x-www-form-urlencoded}. */
  Optional<String> formField(String name) {
    String text = new String(body, StandardCharsets.UTF_8);
    return Arrays.stream(text.split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> decode(pair.substring(name.length() + 1)))
        .findFirst();
  }

  /** All headers, by name, in the order they came. */
  Map<String, List<String>> headers() {
    return headers;
  }

  /** The header's first value, when it has one that isn't blank. */
  Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  boolean hasBody() {
    return body.length > 0;
  }

  byte[] body() {
    return body.clone();
  }

  /**
   * The body as a JSON object; an empty one when no body came.
   *
   * @throws ApiError 415 for another content type, 400 for anything but a JSON object
   */
  ObjectNode object() {
    if (!hasBody()) {
      return Json.object();
    }
    String type = header("Content-Type").orElse(Answer.JSON_TYPE).toLowerCase(Locale.ROOT);
    if (!type.matches("application/([\\w.-]+\\+)?json\\s*(;.*)?")) {
      throw ApiError.of(415, "unsupported_media_type", "The body must be application/json.");
    }
    try {
      JsonNode node = Json.read(body);
      if (node instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException notJson) {
      throw ApiError.badRequest("The body is not valid JSON.");
    }
    throw ApiError.badRequest("The body must be a JSON object.");
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw ApiError.badRequest("The address has a malformed percent-encoding.");
    }
  }
}
