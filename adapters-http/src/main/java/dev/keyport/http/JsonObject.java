package dev.keyport.http;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A JSON object whose fields are read by type, none of them taken on trust. */
final class JsonObject {
  private static final long MAX_SECONDS = Duration.ofDays(366_000).toSeconds();

  private final JsonNode node;

  private JsonObject(JsonNode node) {
    this.node = node;
  }

  static JsonObject of(JsonNode node, String what) throws UnexpectedShapeException {
    if (!node.isObject()) {
      throw new UnexpectedShapeException(what + " is not an object");
    }
    return new JsonObject(node);
  }

  /** A text that must be there and have something in it. */
  String text(String field) throws UnexpectedShapeException {
    String text =
        optionalText(field).orElseThrow(() -> new UnexpectedShapeException(field + " is missing"));
    if (text.isBlank()) {
      throw new UnexpectedShapeException(field + " is empty");
    }
    return text;
  }

  /** A text that must be there, on one line and without anything that steers a terminal. */
  String word(String field) throws UnexpectedShapeException {
    String text = text(field);
    if (text.codePoints().anyMatch(SentSecrets::isUnprintable)) {
      throw new UnexpectedShapeException(field + " has a control character in it");
    }
    return text;
  }

  /** An id that may go into the path of a later request. */
  String id() throws UnexpectedShapeException {
    String id = text("id");
    if (!ApiRequest.isId(id)) {
      throw new UnexpectedShapeException("id is not an id");
    }
    return id;
  }

  /** A text for a person to see, control characters taken out; empty when there is none. */
  String label(String field) throws UnexpectedShapeException {
    return printable(optionalText(field).orElse(""));
  }

  private static String printable(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(c -> shown.appendCodePoint(SentSecrets.isUnprintable(c) ? ' ' : c));
    return shown.toString().strip();
  }

  /** Texts as {@link #label} has them; none where the list is null or not there. */
  List<String> labels(String field) throws UnexpectedShapeException {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      throw new UnexpectedShapeException(field + " is not a list");
    }
    List<String> labels = new ArrayList<>(value.size());
    for (JsonNode item : value) {
      if (!item.isString()) {
        throw new UnexpectedShapeException("an item of " + field + " is not a text");
      }
      labels.add(printable(item.stringValue()));
    }
    return labels;
  }

  /** A time as ISO 8601 has it, in UTC; empty where it is null or not there. */
  Optional<Instant> instant(String field) throws UnexpectedShapeException {
    Optional<String> text = optionalText(field);
    try {
      return text.map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw new UnexpectedShapeException(field + " is not a time");
    }
  }

  /** A text, or empty where it is null or not there. */
  Optional<String> optionalText(String field) throws UnexpectedShapeException {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw new UnexpectedShapeException(field + " is not a text");
    }
    return Optional.of(value.stringValue());
  }

  /** A text, or empty where it is anything else: for errors, of which every field is a help. */
  Optional<String> textIfAny(String field) {
    JsonNode value = node.path(field);
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }

  /** An object, or empty where it is anything else: for errors too. */
  Optional<JsonObject> objectIfAny(String field) {
    JsonNode value = node.path(field);
    return value.isObject() ? Optional.of(new JsonObject(value)) : Optional.empty();
  }

  /** True or false; false where it is null or not there. */
  boolean flag(String field) throws UnexpectedShapeException {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw new UnexpectedShapeException(field + " is neither true nor false");
    }
    return value.booleanValue();
  }

  /** A whole number that is not negative. */
  int count(String field) throws UnexpectedShapeException {
    JsonNode value = node.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
      throw new UnexpectedShapeException(field + " is not a number of things");
    }
    return value.intValue();
  }

  JsonObject object(String field) throws UnexpectedShapeException {
    return optionalObject(field)
        .orElseThrow(() -> new UnexpectedShapeException(field + " is missing"));
  }

  Optional<JsonObject> optionalObject(String field) throws UnexpectedShapeException {
    JsonNode value = node.path(field);
    return value.isMissingNode() || value.isNull()
        ? Optional.empty()
        : Optional.of(of(value, field));
  }

  /**
   * Seconds as a number or, as the API repeats what it was sent, a text of digits; empty where it
   * is null or not there. Less than nothing left is nothing.
   */
  Optional<Duration> seconds(String field) throws UnexpectedShapeException {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    boolean number = value.isIntegralNumber() && value.canConvertToLong();
    if (!number && !(value.isString() && value.stringValue().matches("-?[0-9]{1,18}"))) {
      throw new UnexpectedShapeException(field + " is not a whole number of seconds");
    }
    long seconds = number ? value.longValue() : Long.parseLong(value.stringValue());
    if (seconds > MAX_SECONDS) {
      throw new UnexpectedShapeException(field + " is out of range");
    }
    return Optional.of(Duration.ofSeconds(Math.max(0, seconds)));
  }
}
