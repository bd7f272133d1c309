package dev.keyport.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A token bucket for each account. Guarded by the lock of the {@link State}. */
final class RateLimiter {
  private static final double REFILL_PER_MILLI =
      Choices.RATE_REFILL_PER_MINUTE / (double) Duration.ofMinutes(1).toMillis();

  private final State state;
  private final Map<UUID, Bucket> buckets = new HashMap<>();
  private final Set<UUID> unlimited = new HashSet<>();

  /** What was left at a time. */
  private record Bucket(double left, Instant at) {
    Bucket refilledTo(Instant now) {
      double gained = Math.max(0, Duration.between(at, now).toMillis()) * REFILL_PER_MILLI;
      return new Bucket(Math.min(Choices.RATE_LIMIT, left + gained), now);
    }
  }

  RateLimiter(State state) {
    this.state = state;
  }

  /** Takes one request from the account's bucket; false when none is left. */
  boolean take(Account account) {
    if (unlimited.contains(account.id())) {
      return true;
    }
    Bucket bucket = bucket(account);
    if (bucket.left() < 1) {
      return false;
    }
    buckets.put(account.id(), new Bucket(bucket.left() - 1, bucket.at()));
    return true;
  }

  /** Whole requests left. */
  int remaining(Account account) {
    return (int) bucket(account).left();
  }

  void set(Account account, int left) {
    unlimited.remove(account.id());
    buckets.put(account.id(), new Bucket(left, state.now()));
  }

  /** Refuses the account nothing from here on, until a number is set again. */
  void lift(Account account) {
    unlimited.add(account.id());
  }

  private Bucket bucket(Account account) {
    Bucket known = buckets.getOrDefault(account.id(), new Bucket(Choices.RATE_LIMIT, state.now()));
    return known.refilledTo(state.now());
  }
}
