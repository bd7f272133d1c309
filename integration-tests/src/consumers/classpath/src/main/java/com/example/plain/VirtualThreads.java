package com.example.plain;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.token.CachedCredential;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Virtual threads that want one credential of a slow store, on as few carriers as there are. */
final class VirtualThreads {
  private static final int READERS = 16;

  private VirtualThreads() {}

  /**
   * The store answers when another virtual thread has run, which it can't where a reader that waits
   * keeps its carrier, as the only one.
   */
  static void read() throws Exception {
    CountDownLatch begun = new CountDownLatch(READERS);
    CountDownLatch otherRan = new CountDownLatch(1);
    Credential stored =
        new Credential(Host.parse("api.example.com"), "ann", Secret.of("not a secret"));
    CachedCredential cached =
        new CachedCredential(
            () -> {
              await(otherRan);
              return Optional.of(stored);
            },
            Duration.ofMinutes(1));
    ExecutorService threads = virtual();
    List<Future<Optional<Credential>>> read = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      read.add(
          threads.submit(
              () -> {
                begun.countDown();
                return cached.get();
              }));
    }
    threads.submit(
        () -> {
          await(begun);
          otherRan.countDown();
        });
    int found = 0;
    for (Future<Optional<Credential>> one : read) {
      found += one.get().isPresent() ? 1 : 0;
    }
    threads.submit(Pinned::touch).get();
    threads.shutdown();
    System.out.println("read " + found);
  }

  /** Its thread can't leave the carrier: a class is being initialized. For comparison. */
  private static final class Pinned {
    static {
      LockSupport.parkNanos(1_000_000);
    }

    private static void touch() {}
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Compiled for Java 17, which has none. */
  private static ExecutorService virtual() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }
}
