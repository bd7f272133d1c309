package dev.keyport.sandbox;

import java.io.IOException;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * An answer and the way it gets to the client.
 *
 * @param answer what is sent, or would have been
 * @param manner how
 */
record Delivery(Answer answer, Manner manner) {
  private static final int HUGE = 10_000_000;

  /** How an answer is sent. */
  enum Manner {
    WHOLE,
    HALF,
    NOT_AT_ALL
  }

  static Delivery whole(Answer answer) {
    return new Delivery(answer, Manner.WHOLE);
  }

  /** What a fault makes of a request; {@code real} carries the request out. */
  static Delivery faulty(Fault fault, Supplier<Answer> real) {
    Answer answer = fault.kind().takesEffect() ? real.get() : standIn(fault);
    return switch (fault.kind()) {
      case DROP, DROP_AFTER -> new Delivery(answer, Manner.NOT_AT_ALL);
      case TRUNCATED -> new Delivery(answer, Manner.HALF);
      case WRONG_CONTENT_TYPE -> whole(answer.withContentType("text/plain; charset=utf-8"));
      case ERROR_AFTER ->
          whole(error(ApiError.of(500, "internal_server_error", "An internal error occurred.")));
      default -> whole(answer);
    };
  }

  /** The status the client sees; 0 when it sees none. */
  int status() {
    return manner == Manner.NOT_AT_ALL ? 0 : answer.status();
  }

  void sendOver(Exchange exchange) throws IOException {
    switch (manner) {
      case WHOLE -> exchange.send(answer);
      case HALF -> exchange.sendTruncated(answer);
      case NOT_AT_ALL -> exchange.drop();
    }
  }

  /** The answer of a fault that keeps the request from being carried out. */
  private static Answer standIn(Fault fault) {
    return switch (fault.kind()) {
      case STATUS ->
          withRetryAfter(
              fault, identified(Answer.text(fault.status(), Answer.JSON_TYPE, fault.body())));
      case BAD_JSON -> Answer.text(200, Answer.JSON_TYPE, "{\"id\":\"01234567");
      case HTML ->
          Answer.text(200, "text/html; charset=utf-8", "<!doctype html><title>Sign in</title>\n");
      case EMPTY, DROP -> Answer.text(200, Answer.JSON_TYPE, "");
      case HUGE -> Answer.ok(Json.object().put("id", "huge").put("message", "x".repeat(HUGE)));
      case REDIRECT ->
          Answer.text(301, "text/plain", "").with("Location", fault.location().toString());
      case RATE_LIMIT ->
          withRetryAfter(
              fault,
              error(ApiError.of(429, "rate_limit", "Your account reached the API rate limit."))
                  .with("RateLimit-Remaining", "0"));
      default -> throw new IllegalArgumentException(fault.kind() + " has no stand-in");
    };
  }

  private static Answer error(ApiError error) {
    return identified(error.answer());
  }

  /** The API's own errors can be asked about by their id; what a proxy answers has none. */
  private static Answer identified(Answer answer) {
    return answer.with("Request-Id", UUID.randomUUID().toString());
  }

  private static Answer withRetryAfter(Fault fault, Answer answer) {
    return fault
        .retryAfter()
        .map(delay -> answer.with("Retry-After", String.valueOf(delay.toSeconds())))
        .orElse(answer);
  }
}
