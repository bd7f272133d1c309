package dev.keyport.sandbox;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads validated values out of a request's body. A null counts as absent. */
final class Values {
  private Values() {}

  /**
   * A field's text, stripped.
   *
   * @throws ApiError 422 when the field holds something else
   */
  static Optional<String> text(ObjectNode body, String field) {
    JsonNode value = body.path(field);
    if (isAbsent(value)) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw ApiError.invalid("The parameter " + field + " must be a string.");
    }
    return Optional.of(value.stringValue().strip());
  }

  /**
   * A field's text, which must be there and not blank.
   *
   * @throws ApiError 422 when it isn't
   */
  static String required(ObjectNode body, String field) {
    return text(body, field)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> ApiError.invalid("Require params: " + field + "."));
  }

  /**
   * A field's truth value.
   *
   * @throws ApiError 422 when the field holds something else
   */
  static Optional<Boolean> flag(ObjectNode body, String field) {
    JsonNode value = body.path(field);
    if (isAbsent(value)) {
      return Optional.empty();
    }
    if (!value.isBoolean()) {
      throw ApiError.invalid("The parameter " + field + " must be true or false.");
    }
    return Optional.of(value.booleanValue());
  }

  /**
   * A field's object.
   *
   * @throws ApiError 422 when the field holds something else
   */
  static Optional<ObjectNode> object(ObjectNode body, String field) {
    JsonNode value = body.path(field);
    if (isAbsent(value)) {
      return Optional.empty();
    }
    if (value instanceof ObjectNode object) {
      return Optional.of(object);
    }
    throw ApiError.invalid("The parameter " + field + " must be an object.");
  }

  static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
