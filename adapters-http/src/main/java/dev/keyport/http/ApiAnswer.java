package dev.keyport.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Headers;

/** An answer of the API, read to its end. Its body may hold a token, so it is never printed. */
final class ApiAnswer {
  private static final int MAX_REQUEST_ID = 200;

  private final int status;
  private final Headers headers;
  private final byte[] body;
  private final SentSecrets secrets;

  /**
   * @param secrets what the request carried, to mask in what is shown of the answer
   */
  ApiAnswer(int status, Headers headers, byte[] body, SentSecrets secrets) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.secrets = secrets;
  }

  int status() {
    return status;
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  boolean isServerError() {
    return status >= 500;
  }

  byte[] body() {
    return body;
  }

  SentSecrets secrets() {
    return secrets;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  List<String> headers(String name) {
    return headers.values(name);
  }

  /** The ids the API gave this request, comma-separated where there are several. */
  Optional<String> requestId() {
    return header("Request-Id").map(id -> requestId(id, secrets)).filter(id -> !id.isEmpty());
  }

  /** A Request-Id fit to be shown: what is no id at all is left out. */
  static String requestId(String id, SentSecrets secrets) {
    boolean fit =
        id.length() <= MAX_REQUEST_ID
            && id.chars().allMatch(c -> c >= ' ' && c <= '~')
            && !secrets.isIn(id);
    return fit ? id : "";
  }

  /** Whether the body claims to be JSON; one that claims nothing may be. */
  boolean mayBeJson() {
    String type = header("Content-Type").orElse("application/json");
    String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return bare.equals("application/json") || bare.endsWith("+json");
  }

  @Override
  public String toString() {
    return "ApiAnswer[status=" + status + ", bytes=" + body.length + "]";
  }
}
