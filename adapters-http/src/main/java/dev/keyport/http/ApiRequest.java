package dev.keyport.http;

import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request to the API, free of any HTTP library.
 *
 * @param method what it does
 * @param path the path's segments, not yet encoded
 * @param proof who it comes from
 * @param body the JSON it carries; empty when it has none
 * @param range the {@code Range} header that asks for a further page
 */
record ApiRequest(
    Method method, List<String> path, Proof proof, Optional<String> body, Optional<String> range) {
  /** Ids are uuids and fingerprints; "~", "." and ".." mean something else to the API. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:_-]{0,127}");

  /** The methods used; only GET may be sent again. */
  enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
  }

  static ApiRequest get(Proof proof, String... path) {
    return new ApiRequest(Method.GET, List.of(path), proof, Optional.empty(), Optional.empty());
  }

  static ApiRequest post(Proof proof, String json, String... path) {
    return new ApiRequest(Method.POST, List.of(path), proof, Optional.of(json), Optional.empty());
  }

  /** A POST that says all in its path. */
  static ApiRequest action(Proof proof, String... path) {
    return new ApiRequest(Method.POST, List.of(path), proof, Optional.empty(), Optional.empty());
  }

  static ApiRequest patch(Proof proof, String json, String... path) {
    return new ApiRequest(Method.PATCH, List.of(path), proof, Optional.of(json), Optional.empty());
  }

  /** A PUT that says all in its path and proof. */
  static ApiRequest put(Proof proof, String... path) {
    return new ApiRequest(Method.PUT, List.of(path), proof, Optional.empty(), Optional.empty());
  }

  static ApiRequest delete(Proof proof, String... path) {
    return new ApiRequest(Method.DELETE, List.of(path), proof, Optional.empty(), Optional.empty());
  }

  ApiRequest withRange(String value) {
    return new ApiRequest(method, path, proof, body, Optional.of(value));
  }

  ApiRequest withCode(Secret code) {
    return new ApiRequest(method, path, proof.withCode(code), body, range);
  }

  /** Which call it is, whatever page and proof: {@code GET /apps/web}. */
  String call() {
    return method + " /" + String.join("/", path);
  }

  /** Whether sending it twice does no more than sending it once. */
  boolean isRepeatable() {
    return method == Method.GET;
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /**
   * @throws UsageException when this can't be an id of the API's
   */
  static String checkedId(String id) {
    if (!isId(id)) {
      throw new UsageException(
          "that is not an id: the API's are made of letters, digits, hyphens and colons",
          "list them to see their ids");
    }
    return id;
  }
}
