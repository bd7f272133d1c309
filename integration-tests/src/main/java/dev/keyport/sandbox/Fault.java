package dev.keyport.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something to go wrong with the API's next requests to a route. Immutable; the {@code with}
 * methods return a changed copy.
 *
 * @param kind what goes wrong
 * @param method the HTTP method; {@code *} for any
 * @param path the path; {@code *} stands for one segment, {@code **} for the rest
 * @param times how many requests it happens to; at least 1
 * @param latency how long the answer is held back, whatever the kind
 * @param status the status of kind {@link FaultKind#STATUS}
 * @param body the body of kind {@link FaultKind#STATUS}, JSON as a rule
 * @param retryAfter the Retry-After header of kinds {@link FaultKind#RATE_LIMIT} and {@link
 *     FaultKind#STATUS}
 * @param location where {@link FaultKind#REDIRECT} leads
 */
public record Fault(
    FaultKind kind,
    String method,
    String path,
    int times,
    Duration latency,
    int status,
    String body,
    Optional<Duration> retryAfter,
    URI location) {

  private static final URI ELSEWHERE = URI.create("http://elsewhere.invalid/");

  /** Checks the numbers. */
  public Fault {
    if (times < 1 || latency.isNegative() || status < 200 || status > 599) {
      throw new IllegalArgumentException(
          "a fault happens at least once, never early, and with a status from 200 to 599");
    }
  }

  /** A fault that happens once. */
  public static Fault once(FaultKind kind, String method, String path) {
    String body = Json.write(Json.object().put("id", "fault").put("message", "Injected fault."));
    return new Fault(kind, method, path, 1, Duration.ZERO, 503, body, Optional.empty(), ELSEWHERE);
  }

  /** A status with a body in the API's error form, once. */
  public static Fault status(int status, String method, String path) {
    return once(FaultKind.STATUS, method, path).withStatus(status);
  }

  /** This fault with another number of times. */
  public Fault times(int number) {
    return new Fault(kind, method, path, number, latency, status, body, retryAfter, location);
  }

  /** This fault with its answer held back. */
  public Fault withLatency(Duration delay) {
    return new Fault(kind, method, path, times, delay, status, body, retryAfter, location);
  }

  /** This fault with another status. */
  public Fault withStatus(int code) {
    return new Fault(kind, method, path, times, latency, code, body, retryAfter, location);
  }

  /** This fault with another body. */
  public Fault withBody(String text) {
    return new Fault(kind, method, path, times, latency, status, text, retryAfter, location);
  }

  /** This fault with a Retry-After of whole seconds. */
  public Fault withRetryAfter(Duration delay) {
    return new Fault(
        kind, method, path, times, latency, status, body, Optional.of(delay), location);
  }

  /** This fault with another redirect target. */
  public Fault withLocation(URI target) {
    return new Fault(kind, method, path, times, latency, status, body, retryAfter, target);
  }

  boolean matches(ApiRequest request) {
    return (method.equals("*") || method.equals(request.method()))
        && pattern().matcher(request.path()).matches();
  }

  private Pattern pattern() {
    String regex =
        Arrays.stream(path.split("(?<=/)|(?=/)"))
            .map(
                part ->
                    switch (part) {
                      case "*" -> "[^/]+";
                      case "**" -> ".*";
                      default -> Pattern.quote(part);
                    })
            .collect(Collectors.joining());
    return Pattern.compile(regex);
  }
}
