package dev.keyport.domain.token;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.store.StoreException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One credential as its store has it, kept for a short time: for a caller who needs it with every
 * request. What another process stores is seen when that time is over, or as soon as {@link #other}
 * is asked because a server refused what was kept.
 *
 * <p>However many threads ask at once, one reads the store and the others take its answer. A store
 * that fails fails the call: nothing is answered that is older than the time to keep it. Safe for
 * use by several threads, virtual ones included, which never hold a monitor as they wait.
 */
public final class CachedCredential {
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Supplier<Optional<Credential>> source;
  private final long keepNanos;
  private final LongSupplier nanoClock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Kept kept;

  /** What the store said, and when it was asked. */
  private record Kept(Optional<Credential> credential, long askedAt) {}

  /**
   * @param source asks the store
   * @param keep how long an answer may be kept, that there is none included; at most a day
   * @throws UsageException when the time is negative or longer
   */
  public CachedCredential(Supplier<Optional<Credential>> source, Duration keep) {
    this(source, keep, System::nanoTime);
  }

  CachedCredential(Supplier<Optional<Credential>> source, Duration keep, LongSupplier nanoClock) {
    if (keep.isNegative() || keep.compareTo(LONGEST) > 0) {
      throw new UsageException("a credential is kept for no less than no time and at most a day");
    }
    this.source = Objects.requireNonNull(source, "source");
    this.keepNanos = keep.toNanos();
    this.nanoClock = Objects.requireNonNull(nanoClock, "nanoClock");
  }

  /**
   * The credential, from the store where what was kept is too old.
   *
   * @return empty when the store has none
   * @throws StoreException when the store can't answer, or the thread is interrupted as it waits
   *     for another's reading: it stays interrupted
   */
  public Optional<Credential> get() {
    Kept now = kept;
    if (now != null && isFresh(now)) {
      return now.credential();
    }
    lock();
    try {
      now = kept;
      return now != null && isFresh(now) ? now.credential() : read().credential();
    } finally {
      reading.unlock();
    }
  }

  /**
   * Another credential than the one refused: asks the store, unless another thread has done so
   * since this call began.
   *
   * @param refused whether it is the one that a server refused
   * @return empty when the store has no other
   * @throws StoreException as {@link #get} does
   */
  public Optional<Credential> other(Predicate<? super Credential> refused) {
    long began = nanoClock.getAsLong();
    lock();
    try {
      Kept now = kept;
      if (now == null
          || (now.askedAt() - began <= 0 && now.credential().filter(refused.negate()).isEmpty())) {
        now = read();
      }
      return now.credential().filter(refused.negate());
    } finally {
      reading.unlock();
    }
  }

  /** Keeps nothing any more; the next call asks the store. */
  public void forget() {
    kept = null;
  }

  private boolean isFresh(Kept answer) {
    return nanoClock.getAsLong() - answer.askedAt() < keepNanos;
  }

  private Kept read() {
    long asked = nanoClock.getAsLong();
    Kept answer = new Kept(source.get(), asked);
    kept = answer;
    return answer;
  }

  private void lock() {
    try {
      reading.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException.Unavailable(
          "the thread was interrupted while it waited for the credential", null, null);
    }
  }
}
