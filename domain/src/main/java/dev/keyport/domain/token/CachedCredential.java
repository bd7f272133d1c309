package dev.keyport.domain.token;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.error.ClosedException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.store.StoreException;
import java.lang.System.Logger.Level;
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
 * <pre>{@code
 * CachedCredential cached = keyport.cached(Host.parse("api.heroku.com"), Duration.ofSeconds(30));
 * cached.get().ifPresent(credential -> call(credential.secret()));
 * }</pre>
 *
 * <p>However many threads ask at once, one reads the store and the others take its answer. A store
 * that fails fails the call: nothing is answered that is older than the time to keep it. Answers
 * are copies: their secrets are the caller's to close, and what is kept is wiped when it is
 * replaced and by {@link #close()}.
 *
 * <p>Safe for use by several threads, virtual ones included, which never hold a monitor as they
 * wait.
 */
public final class CachedCredential implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Supplier<Optional<Credential>> source;
  private final long keepNanos;
  private final Optional<Renewal> renewal;
  private final LongSupplier nanoClock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Kept kept;
  private @Nullable Renewed renewed;
  private volatile boolean closed;

  /** A copy of what the store said, and when it was asked. */
  private record Kept(Optional<Credential> credential, long askedAt) {
    void wipe() {
      credential.ifPresent(known -> known.secret().close());
    }
  }

  /** How the last renewal ended, and when. */
  private record Renewed(long endedAt, @Nullable RuntimeException failure) {}

  /**
   * Without a renewal: where the store has no other credential there is none.
   *
   * @param source asks the store
   * @param keep how long an answer may be kept, that there is none included; at most a day
   * @throws UsageException when the time is negative or longer
   */
  public CachedCredential(Supplier<Optional<Credential>> source, Duration keep) {
    this(source, keep, Optional.empty(), System::nanoTime);
  }

  /**
   * With a renewal, for when a credential was refused and the store has no other.
   *
   * @param source asks the store
   * @param keep how long an answer may be kept, that there is none included; at most a day
   * @param renewal is asked once for all threads that wait
   * @throws UsageException when the time is negative or longer
   */
  public CachedCredential(Supplier<Optional<Credential>> source, Duration keep, Renewal renewal) {
    this(source, keep, Optional.of(renewal), System::nanoTime);
  }

  CachedCredential(
      Supplier<Optional<Credential>> source,
      Duration keep,
      Optional<Renewal> renewal,
      LongSupplier nanoClock) {
    if (keep.isNegative() || keep.compareTo(LONGEST) > 0) {
      throw new UsageException(
          "a credential can't be kept for " + keep + ": no less than no time, at most a day",
          "give a time such as 30 seconds");
    }
    this.source = Objects.requireNonNull(source, "source");
    this.keepNanos = keep.toNanos();
    this.renewal = renewal;
    this.nanoClock = Objects.requireNonNull(nanoClock, "nanoClock");
  }

  /**
   * The credential, from the store where what was kept is too old.
   *
   * @return empty when the store has none; the secret is the caller's to close
   * @throws StoreException when the store can't answer, or the thread is interrupted as it waits
   *     for another's reading: it stays interrupted
   * @throws ClosedException after {@link #close()}
   */
  public Optional<Credential> get() {
    Kept now = kept;
    if (now != null && isFresh(now)) {
      Optional<Credential> answer = copied(now);
      if (answer.isPresent() || now.credential().isEmpty()) {
        return answer;
      }
    }
    return locked(
        () -> {
          Kept there = kept;
          return there != null && isFresh(there) ? copiedOrRead(there) : read();
        });
  }

  /**
   * Another credential than the one refused: asks the store, unless another thread has done so
   * since this call began, and then the renewal, unless another thread did meanwhile.
   *
   * @param refused whether it is the one that a server refused
   * @return empty when the store has no other and there is no renewal or it had none; the secret is
   *     the caller's to close
   * @throws StoreException as {@link #get} does
   * @throws ClosedException after {@link #close()}
   */
  public Optional<Credential> other(Predicate<? super Credential> refused) {
    Objects.requireNonNull(refused, "refused");
    long began = nanoClock.getAsLong();
    return locked(
        () -> {
          Kept now = kept;
          boolean old =
              now == null
                  || (now.askedAt() - began <= 0
                      && now.credential().filter(refused.negate()).isEmpty());
          Optional<Credential> answer = now == null || old ? read() : copiedOrRead(now);
          return answer.filter(refused.negate()).isEmpty() && renewal.isPresent()
              ? renewed(renewal.get(), answer, began).filter(refused.negate())
              : answer.filter(refused.negate());
        });
  }

  /** Called with the lock: one renewal for all that began before it ended. */
  private Optional<Credential> renewed(Renewal way, Optional<Credential> refused, long began) {
    Renewed last = renewed;
    if (last != null && last.endedAt() - began >= 0) {
      if (last.failure() != null) {
        throw last.failure();
      }
      return Optional.empty();
    }
    System.getLogger("dev.keyport").log(Level.DEBUG, "a refused credential is renewed");
    try {
      long asked = nanoClock.getAsLong();
      Optional<Credential> fresh =
          Objects.requireNonNull(way.renew(refused), "the renewal answered null");
      renewed = new Renewed(nanoClock.getAsLong(), null);
      if (fresh.isPresent()) {
        keep(fresh, asked);
      }
      return fresh;
    } catch (RuntimeException e) {
      renewed = new Renewed(nanoClock.getAsLong(), e);
      throw e;
    }
  }

  /** Keeps nothing any more, and wipes what was kept; the next call asks the store. */
  public void forget() {
    Kept before = kept;
    kept = null;
    if (before != null) {
      before.wipe();
    }
  }

  /** Wipes what is kept; idempotent. What {@link #get} handed out before lives on. */
  @Override
  public void close() {
    closed = true;
    forget();
  }

  /** How many threads wait for another's reading or renewal, about. */
  int waiting() {
    return reading.getQueueLength();
  }

  private boolean isFresh(Kept answer) {
    return nanoClock.getAsLong() - answer.askedAt() < keepNanos;
  }

  private Optional<Credential> read() {
    long asked = nanoClock.getAsLong();
    Optional<Credential> answer = source.get();
    keep(answer, asked);
    return answer;
  }

  /** Keeps a copy: what the store gave may be its own, and is the caller's now. */
  private void keep(Optional<Credential> answer, long asked) {
    Optional<Credential> copy = answer.flatMap(Credential::copy);
    if (answer.isPresent() && copy.isEmpty()) {
      // Kept as it is it would say, from the next call on, that there is none.
      throw new StoreException.Unavailable(
          "a credential was given whose secret is closed already",
          "tell those who make this store",
          null);
    }
    Kept before = kept;
    kept = new Kept(copy, asked);
    if (before != null) {
      before.wipe();
    }
  }

  private static Optional<Credential> copied(Kept answer) {
    return answer.credential().flatMap(Credential::copy);
  }

  /** What is kept may be wiped by another thread in this very moment. */
  private Optional<Credential> copiedOrRead(Kept answer) {
    Optional<Credential> copy = copied(answer);
    return copy.isEmpty() && answer.credential().isPresent() ? read() : copy;
  }

  private void requireOpen() {
    if (closed) {
      throw new ClosedException("this credential's cache");
    }
  }

  private Optional<Credential> locked(Supplier<Optional<Credential>> step) {
    try {
      reading.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException.Unavailable(
          "the thread was interrupted while it waited for the credential", null, null);
    }
    try {
      requireOpen();
      Optional<Credential> answer = step.get();
      if (closed) {
        forget();
      }
      return answer;
    } finally {
      reading.unlock();
    }
  }
}
