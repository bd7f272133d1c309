package dev.keyport.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A request as it was received, its secrets replaced by {@code sha256:} and the first eight hex
 * digits of their hash.
 *
 * @param time when it was answered
 * @param server {@code api}, {@code git}, {@code ssh} or, for the login service, {@code auth}
 * @param method the HTTP method; {@code SSH} for git over it
 * @param path the path as sent
 * @param query the query; empty for none
 * @param status the status answered; 0 when the connection was dropped before one
 * @param headers by name in lower case, each with its values
 * @param body the body; JSON null when there was none, a string for anything but JSON
 */
public record LoggedRequest(
    Instant time,
    String server,
    String method,
    String path,
    String query,
    int status,
    Map<String, List<String>> headers,
    JsonNode body) {

  /** Copies the collections. */
  public LoggedRequest {
    headers = Map.copyOf(headers);
  }

  /** What stands in the log for a secret; the same secret always has the same one. */
  public static String hashOf(String secret) {
    return "sha256:" + Hashes.hex(secret, 4);
  }

  JsonNode toJson() {
    var headersJson = Json.object();
    headers.forEach(
        (name, values) -> {
          var list = Json.array();
          values.forEach(list::add);
          headersJson.set(name, list);
        });
    var json =
        Json.object()
            .put("method", method)
            .put("path", path)
            .put("query", query)
            .put("server", server)
            .put("status", status)
            .put("time", time.toString());
    json.set("body", body);
    json.set("headers", headersJson);
    return json;
  }
}
