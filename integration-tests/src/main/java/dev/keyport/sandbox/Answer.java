package dev.keyport.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What is sent back: a status, headers and a text.
 *
 * @param status the HTTP status
 * @param headers by name, each with its values in order
 * @param body the body, sent as UTF-8; empty for none
 */
record Answer(int status, Map<String, List<String>> headers, String body) {
  static final String JSON_TYPE = "application/json";

  Answer {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    headers = copy;
  }

  static Answer json(int status, JsonNode body) {
    return text(status, JSON_TYPE, Json.write(body));
  }

  static Answer text(int status, String contentType, String body) {
    return new Answer(status, Map.of("Content-Type", List.of(contentType)), body);
  }

  static Answer ok(JsonNode body) {
    return json(200, body);
  }

  static Answer created(JsonNode body) {
    return json(201, body);
  }

  /** This answer with one more value for a header. */
  Answer with(String name, String value) {
    Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    List<String> values = new ArrayList<>(more.getOrDefault(name, List.of()));
    values.add(value);
    more.put(name, values);
    return new Answer(status, more, body);
  }

  /** This answer with the time its object was last changed. */
  Answer withLastModified(Instant time) {
    return with(
        "Last-Modified",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)));
  }

  /** This answer with another content type. */
  Answer withContentType(String contentType) {
    Map<String, List<String>> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    changed.putAll(headers);
    changed.put("Content-Type", List.of(contentType));
    return new Answer(status, changed, body);
  }

  /** This answer with another body of the same type. */
  Answer withBody(String text) {
    return new Answer(status, headers, text);
  }

  /** This answer with another status and no body, its other headers kept. */
  Answer emptied(int newStatus) {
    Map<String, List<String>> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    kept.putAll(headers);
    kept.remove("Content-Type");
    return new Answer(newStatus, kept, "");
  }
}
