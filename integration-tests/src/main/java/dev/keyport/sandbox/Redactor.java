package dev.keyport.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Replaces the secrets of a request by their hashes. */
final class Redactor {
  private static final Set<String> SECRET_HEADERS =
      Set.of(
          "heroku-two-factor-code",
          "heroku-password",
          "heroku-password-base64",
          "cookie",
          "proxy-authorization");
  private static final Set<String> SECRET_FIELDS =
      Set.of(
          "access_token",
          "client_secret",
          "code",
          "password",
          "password_confirmation",
          "refresh_token",
          "secret",
          "token");

  private Redactor() {}

  static List<String> header(String name, List<String> values) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("authorization")) {
      return values.stream().map(Redactor::authorization).toList();
    }
    return SECRET_HEADERS.contains(lower)
        ? values.stream().map(LoggedRequest::hashOf).toList()
        : List.copyOf(values);
  }

  static String query(String query) {
    return Arrays.stream(query.split("&")).map(Redactor::pair).collect(Collectors.joining("&"));
  }

  /** A body that isn't JSON is one secret as a whole: who knows what is in it. */
  static JsonNode body(ApiRequest request) {
    if (!request.hasBody()) {
      return NullNode.getInstance();
    }
    try {
      return redacted(Json.read(request.body()), false);
    } catch (JacksonException notJson) {
      return hashed(new String(request.body(), StandardCharsets.UTF_8));
    }
  }

  /** The scheme stays, and a token has one hash whether it came by Basic or Bearer. */
  private static String authorization(String value) {
    Optional<String> secret = Authenticator.token(value.strip());
    int space = value.indexOf(' ');
    return secret.isPresent() && space > 0
        ? value.substring(0, space + 1) + LoggedRequest.hashOf(secret.get())
        : LoggedRequest.hashOf(value);
  }

  private static String pair(String pair) {
    int equals = pair.indexOf('=');
    return equals > 0 && SECRET_FIELDS.contains(pair.substring(0, equals))
        ? pair.substring(0, equals + 1) + LoggedRequest.hashOf(pair.substring(equals + 1))
        : pair;
  }

  private static JsonNode redacted(JsonNode node, boolean secret) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = Json.object();
      object
          .properties()
          .forEach(
              field ->
                  copy.set(
                      field.getKey(),
                      redacted(field.getValue(), SECRET_FIELDS.contains(field.getKey()))));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = Json.array();
      array.forEach(element -> copy.add(redacted(element, secret)));
      return copy;
    }
    return secret && !node.isNull() ? hashed(node.asString()) : node;
  }

  private static JsonNode hashed(String secret) {
    return StringNode.valueOf(LoggedRequest.hashOf(secret));
  }
}
