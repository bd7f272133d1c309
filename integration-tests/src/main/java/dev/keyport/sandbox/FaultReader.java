package dev.keyport.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a {@link Fault} from the JSON of {@code POST /__sandbox/faults}. */
final class FaultReader {
  private static final Set<String> FIELDS =
      Set.of(
          "body",
          "kind",
          "latency_ms",
          "location",
          "method",
          "path",
          "retry_after",
          "status",
          "times");

  private FaultReader() {}

  /**
   * Reads a fault.
   *
   * @throws ApiError 422 when a field is unknown or won't do
   */
  static Fault read(ObjectNode json) {
    for (String name : json.propertyNames()) {
      if (!FIELDS.contains(name)) {
        throw ApiError.invalid("A fault has no field " + name + ".");
      }
    }
    FaultKind kind =
        FaultKind.ofJsonName(Values.required(json, "kind"))
            .orElseThrow(() -> ApiError.invalid("The kind is not one of the sandbox's faults."));
    Fault fault =
        Fault.once(
            kind, Values.text(json, "method").orElse("*"), Values.text(json, "path").orElse("/**"));
    try {
      return withOptions(fault, json);
    } catch (IllegalArgumentException outOfBounds) {
      throw ApiError.invalid(String.valueOf(outOfBounds.getMessage()));
    }
  }

  private static Fault withOptions(Fault plain, ObjectNode json) {
    Fault fault = plain.times(number(json, "times").orElse(1));
    fault = fault.withStatus(number(json, "status").orElse(fault.status()));
    fault = fault.withLatency(Duration.ofMillis(number(json, "latency_ms").orElse(0)));
    Optional<Integer> retryAfter = number(json, "retry_after");
    if (retryAfter.isPresent()) {
      fault = fault.withRetryAfter(Duration.ofSeconds(retryAfter.get()));
    }
    Optional<String> location = Values.text(json, "location");
    if (location.isPresent()) {
      fault = fault.withLocation(URI.create(location.get()));
    }
    JsonNode body = json.path("body");
    if (Values.isAbsent(body)) {
      return fault;
    }
    return fault.withBody(body.isString() ? body.stringValue() : Json.write(body));
  }

  private static Optional<Integer> number(ObjectNode json, String field) {
    JsonNode value = json.path(field);
    if (Values.isAbsent(value)) {
      return Optional.empty();
    }
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw ApiError.invalid("The parameter " + field + " must be a whole number.");
    }
    return Optional.of(value.intValue());
  }
}
