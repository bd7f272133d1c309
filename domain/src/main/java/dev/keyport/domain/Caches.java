package dev.keyport.domain;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.token.CachedCredential;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The caches that a facade uses or handed out, which are forgotten and closed together. Those that
 * nobody holds any more are not kept alive.
 */
final class Caches {
  /** A program that asks for ever other hosts must not fill the memory. */
  private static final int MOST_HOSTS = 1_000;

  private final Map<Key, CachedCredential> shared = new ConcurrentHashMap<>();
  private final Set<CachedCredential> all = Collections.newSetFromMap(new WeakHashMap<>());
  private final ReentrantLock lock = new ReentrantLock();

  private record Key(Host host, Duration keep) {}

  /** The one of this host and time; made where there is none. */
  CachedCredential shared(Host host, Duration keep, Supplier<CachedCredential> making) {
    Key key = new Key(host, keep);
    CachedCredential there = shared.get(key);
    if (there != null) {
      return there;
    }
    if (shared.size() >= MOST_HOSTS) {
      shared.clear();
    }
    return shared.computeIfAbsent(key, absent -> own(making.get()));
  }

  /** One of its holder's own. */
  CachedCredential own(CachedCredential made) {
    lock.lock();
    try {
      all.add(made);
    } finally {
      lock.unlock();
    }
    return made;
  }

  void forget() {
    each(CachedCredential::forget);
  }

  void close() {
    each(CachedCredential::close);
    shared.clear();
  }

  private void each(Consumer<CachedCredential> action) {
    List<CachedCredential> now;
    lock.lock();
    try {
      now = new ArrayList<>(all);
    } finally {
      lock.unlock();
    }
    now.forEach(action);
  }
}
