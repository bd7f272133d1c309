package dev.keyport.domain;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Made at the first question and kept; where that fails, it is made anew at the next. Without a
 * monitor, so that virtual threads can wait for it.
 */
final class Later<T> {
  private final Supplier<T> making;
  private final ReentrantLock lock;
  private volatile @Nullable T made;

  Later(Supplier<T> making) {
    this(new ReentrantLock(), making);
  }

  /** For several that are made of what one thread at a time may use. */
  Later(ReentrantLock lock, Supplier<T> making) {
    this.lock = lock;
    this.making = making;
  }

  T get() {
    T there = made;
    if (there != null) {
      return there;
    }
    lock.lock();
    try {
      T now = made;
      if (now == null) {
        now = making.get();
        made = now;
      }
      return now;
    } finally {
      lock.unlock();
    }
  }

  /** What was made, if anything was. */
  Optional<T> ifMade() {
    return Optional.ofNullable(made);
  }
}
