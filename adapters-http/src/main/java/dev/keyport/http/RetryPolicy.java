package dev.keyport.http;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Which answers are asked for again, and after how long: 429 and 5xx, of requests that do no more
 * when sent twice. The pause is what {@code Retry-After} (RFC 9110, section 10.2.3, in seconds)
 * says where it is short, else grows by doubling, with jitter so that many clients do not come back
 * at once.
 */
final class RetryPolicy {
  private static final int MAX_TRIES = 3;
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofSeconds(10);
  private static final long FIRST_PAUSE_MILLIS = 300;

  private final RandomGenerator random;

  RetryPolicy(RandomGenerator random) {
    this.random = random;
  }

  /**
   * How long to wait before sending it once more; empty when it is not to be.
   *
   * @param tries how often it was sent
   */
  Optional<Duration> pause(ApiRequest request, ApiAnswer answer, int tries) {
    boolean passing = answer.status() == 429 || answer.isServerError();
    if (!passing || !request.isRepeatable() || tries >= MAX_TRIES) {
      return Optional.empty();
    }
    Optional<Duration> asked = retryAfter(answer);
    if (asked.isPresent()) {
      return asked.filter(time -> time.compareTo(LONGEST_RETRY_AFTER) <= 0);
    }
    long longest = FIRST_PAUSE_MILLIS << (tries - 1);
    return Optional.of(Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1)));
  }

  /** What the answer asks to wait; empty when it doesn't say it in seconds. */
  static Optional<Duration> retryAfter(ApiAnswer answer) {
    return answer
        .header("Retry-After")
        .map(String::strip)
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }
}
