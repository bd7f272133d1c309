package dev.keyport.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The validated body of {@code POST /oauth/authorizations}.
 *
 * @param description what the person will read in lists
 * @param scope what the token may do; never empty
 * @param lifetime how long it lives; empty for ever
 * @param client the id of the client it is given to; empty for a direct authorization
 */
record AuthorizationRequest(
    String description, List<String> scope, Optional<Duration> lifetime, Optional<String> client) {

  /**
   * Reads a body.
   *
   * @throws ApiError 422 when a value won't do
   */
  static AuthorizationRequest read(ObjectNode body) {
    return new AuthorizationRequest(
        Values.text(body, "description").orElse(""),
        scope(body.path("scope")),
        lifetime(body.path("expires_in")),
        client(body));
  }

  private static List<String> scope(JsonNode value) {
    if (Values.isAbsent(value)) {
      return List.of(Choices.DEFAULT_SCOPE);
    }
    List<String> scope =
        value.isArray()
            ? value.valueStream().map(AuthorizationRequest::scopeName).toList()
            : List.of();
    if (scope.isEmpty()) {
      throw ApiError.invalid("The parameter scope must be a list of scopes.");
    }
    return scope;
  }

  private static String scopeName(JsonNode value) {
    return Optional.of(value)
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .filter(Choices.SCOPES::contains)
        .orElseThrow(() -> ApiError.invalid("The parameter scope has an unknown scope."));
  }

  /** Heroku's CLI sends an integer when it logs in and a string of digits otherwise. */
  private static Optional<Duration> lifetime(JsonNode value) {
    if (Values.isAbsent(value)) {
      return Optional.empty();
    }
    String digits = value.isIntegralNumber() || value.isString() ? value.asString() : "";
    if (!digits.matches("[1-9]\\d{0,9}")) {
      throw ApiError.invalid("The parameter expires_in must be a positive number of seconds.");
    }
    return Optional.of(Duration.ofSeconds(Long.parseLong(digits)));
  }

  /** The schema has the client as an id, or as an object with one. */
  private static Optional<String> client(ObjectNode body) {
    return body.path("client").isString()
        ? Values.text(body, "client")
        : Values.object(body, "client").map(client -> Values.required(client, "id"));
  }
}
