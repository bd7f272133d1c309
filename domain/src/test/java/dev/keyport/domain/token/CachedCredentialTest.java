package dev.keyport.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.ClosedException;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.store.StoreException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CachedCredentialTest {
  private static final int THREADS = 16;
  private static final Duration KEEP = Duration.ofSeconds(30);

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger reads = new AtomicInteger();
  private volatile Optional<Credential> stored = Optional.of(credential("old"));

  private final CachedCredential cached =
      new CachedCredential(
          () -> {
            reads.incrementAndGet();
            return stored;
          },
          KEEP,
          Optional.empty(),
          nanos::get);

  private static Credential credential(String secret) {
    return new Credential(Host.parse("api.example.com"), "ann", Secret.of(secret));
  }

  private static boolean isOld(Credential credential) {
    return credential.secret().equals(Secret.of("old"));
  }

  @Test
  void answerWithoutTheStoreForTheTimeStatedAndNoLonger() {
    assertThat(cached.get()).contains(credential("old"));
    stored = Optional.of(credential("new"));
    nanos.addAndGet(KEEP.toNanos() - 1);
    assertThat(cached.get()).contains(credential("old"));
    assertThat(reads).hasValue(1);

    nanos.addAndGet(1);
    assertThat(cached.get()).contains(credential("new"));
    assertThat(reads).hasValue(2);
  }

  @Test
  void keepThatThereIsNoneToo() {
    stored = Optional.empty();
    assertThat(cached.get()).isEmpty();
    stored = Optional.of(credential("new"));
    assertThat(cached.get()).isEmpty();
    assertThat(reads).hasValue(1);
    assertThat(cached.other(refused -> false)).contains(credential("new"));
  }

  @Test
  void findWhatAnotherProcessStoredWhenTheOldIsRefused() {
    cached.get();
    stored = Optional.of(credential("new"));
    nanos.incrementAndGet();

    assertThat(cached.other(CachedCredentialTest::isOld)).contains(credential("new"));
    assertThat(cached.get()).contains(credential("new"));
    assertThat(reads).hasValue(2);
  }

  @Test
  void haveNoOtherWhereTheStoreHasTheRefusedOneStill() {
    cached.get();
    nanos.incrementAndGet();

    assertThat(cached.other(CachedCredentialTest::isOld)).isEmpty();
    assertThat(reads).hasValue(2);
  }

  @Test
  void askTheStoreOnceForAllThreadsThatWereRefused() throws Exception {
    CountDownLatch waiting = new CountDownLatch(THREADS);
    AtomicInteger asked = new AtomicInteger();
    CachedCredential shared =
        new CachedCredential(
            () -> {
              if (asked.incrementAndGet() > 1) {
                // Not before all have come, so that none comes too late to share the answer.
                await(waiting);
              }
              return Optional.of(credential(asked.get() == 1 ? "old" : "new"));
            },
            KEEP);
    assertThat(shared.get()).contains(credential("old"));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Optional<Credential>>> answers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        answers.add(
            threads.submit(
                () -> {
                  waiting.countDown();
                  return shared.other(CachedCredentialTest::isOld);
                }));
      }
      for (Future<Optional<Credential>> answer : answers) {
        assertThat(answer.get(20, TimeUnit.SECONDS)).contains(credential("new"));
      }
      assertThat(asked).hasValue(2);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Threads that are all refused before the first renewal ends. */
  private static List<Future<Optional<Credential>>> refusedAtOnce(
      ExecutorService threads, CachedCredential shared, CountDownLatch waiting) {
    List<Future<Optional<Credential>>> answers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      answers.add(
          threads.submit(
              () -> {
                waiting.countDown();
                return shared.other(CachedCredentialTest::isOld);
              }));
    }
    return answers;
  }

  @Test
  void renewOnceForAllThreadsThatWereRefused() throws Exception {
    CountDownLatch waiting = new CountDownLatch(THREADS);
    List<Optional<Credential>> renewals = new CopyOnWriteArrayList<>();
    CachedCredential shared =
        new CachedCredential(
            () -> stored,
            KEEP,
            refused -> {
              renewals.add(refused);
              await(waiting);
              return Optional.of(credential("new"));
            });
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<Optional<Credential>> answer : refusedAtOnce(threads, shared, waiting)) {
        assertThat(answer.get(20, TimeUnit.SECONDS)).contains(credential("new"));
      }
      assertThat(renewals).containsExactly(Optional.of(credential("old")));
      assertThat(shared.get()).contains(credential("new"));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void shareARenewalThatFailsOrHasNothingAndRenewAnewForALaterOne() throws Exception {
    for (boolean failing : List.of(true, false)) {
      AtomicInteger renewals = new AtomicInteger();
      CompletableFuture<CachedCredential> itself = new CompletableFuture<>();
      CachedCredential shared =
          new CachedCredential(
              () -> stored,
              KEEP,
              refused -> {
                if (renewals.incrementAndGet() == 1) {
                  awaitAllWaiting(itself.join());
                }
                if (failing) {
                  throw new IllegalStateException("nobody logs in");
                }
                return Optional.empty();
              });
      itself.complete(shared);
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      try {
        CountDownLatch begun = new CountDownLatch(THREADS);
        for (Future<Optional<Credential>> answer : refusedAtOnce(threads, shared, begun)) {
          if (failing) {
            assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalStateException.class);
          } else {
            assertThat(answer.get(20, TimeUnit.SECONDS)).isEmpty();
          }
        }
        assertThat(renewals).hasValue(1);
        assertThatCode(() -> shared.other(CachedCredentialTest::isOld))
            .satisfies(e -> assertThat(e == null).isNotEqualTo(failing));
        assertThat(renewals).hasValue(2);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private static void awaitAllWaiting(CachedCredential shared) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (shared.waiting() < THREADS - 1) {
      assertThat(System.nanoTime() - deadline).isNegative();
      Thread.onSpinWait();
    }
  }

  @Test
  void askTheRenewalOnlyWhereTheStoreHasNoOther() {
    AtomicInteger renewals = new AtomicInteger();
    CachedCredential shared =
        new CachedCredential(
            () -> stored,
            KEEP,
            refused -> {
              renewals.incrementAndGet();
              return Optional.of(credential("renewed"));
            });
    assertThat(shared.get()).contains(credential("old"));
    stored = Optional.of(credential("new"));

    assertThat(shared.other(CachedCredentialTest::isOld)).contains(credential("new"));
    assertThat(renewals).hasValue(0);

    stored = Optional.empty();
    assertThat(shared.other(refused -> !refused.secret().equals(Secret.of("renewed"))))
        .contains(credential("renewed"));
    assertThat(renewals).hasValue(1);
  }

  @Test
  void handOutWhatIsTheCallersToClose() {
    for (int i = 0; i < 3; i++) {
      Credential given = cached.get().orElseThrow();
      assertThat(given).isEqualTo(credential("old"));
      given.secret().close();
    }
    assertThat(reads).hasValue(1);
  }

  @Test
  void wipeWhatIsKeptAndAnswerNothingMoreOnceClosed() {
    Credential own = cached.get().orElseThrow();
    Credential handedOut = cached.get().orElseThrow();
    cached.close();
    cached.close();

    assertThatThrownBy(cached::get)
        .isInstanceOfSatisfying(
            ClosedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CLOSED));
    assertThatThrownBy(() -> cached.other(refused -> true)).isInstanceOf(ClosedException.class);
    assertThat(handedOut).isEqualTo(own);
    assertThat(reads).hasValue(1);
  }

  /** What it holds itself, which it hands out to nobody. */
  private static Credential held(CachedCredential by) throws ReflectiveOperationException {
    Field field = CachedCredential.class.getDeclaredField("kept");
    field.setAccessible(true);
    Object kept = Objects.requireNonNull(field.get(by));
    Method credential = kept.getClass().getDeclaredMethod("credential");
    credential.setAccessible(true);
    return (Credential) ((Optional<?>) credential.invoke(kept)).orElseThrow();
  }

  @Test
  void wipeWhatIsReplacedForgottenOrClosed() throws ReflectiveOperationException {
    for (Runnable ending :
        List.<Runnable>of(
            () -> {
              nanos.addAndGet(KEEP.toNanos());
              assertThat(cached.get()).isPresent();
            },
            cached::forget,
            cached::close)) {
      assertThat(cached.get()).contains(credential("old"));
      Credential held = held(cached);
      assertThat(held).isEqualTo(credential("old"));

      ending.run();

      assertThatThrownBy(held.secret()::isVisibleAscii).isInstanceOf(ClosedException.class);
    }
  }

  @Test
  void answerEveryThreadInFullWhileWhatIsKeptIsReplacedAndForgotten() throws Exception {
    CachedCredential busy = new CachedCredential(() -> Optional.of(credential("whole")), KEEP);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        done.add(
            threads.submit(
                () -> {
                  for (int n = 0; n < 20_000; n++) {
                    assertThat(busy.get()).contains(credential("whole"));
                  }
                }));
      }
      done.add(
          threads.submit(
              () -> {
                for (int n = 0; n < 20_000; n++) {
                  busy.forget();
                }
              }));
      for (Future<?> each : done) {
        each.get(20, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void failWithTheStoreAndAskItAgainThen() {
    AtomicInteger asked = new AtomicInteger();
    CachedCredential failing =
        new CachedCredential(
            () -> {
              if (asked.incrementAndGet() == 1) {
                throw new StoreException.Locked("locked", null);
              }
              return stored;
            },
            KEEP);

    assertThatThrownBy(failing::get).isInstanceOf(StoreException.Locked.class);
    assertThat(failing.get()).contains(credential("old"));
  }

  @Test
  void stopWaitingWhenInterruptedAndStayInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(cached::get)
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(reads).hasValue(0);
  }

  @Test
  void takeAClosedSecretForNoAnswerAtAll() {
    Credential wiped = credential("old");
    wiped.secret().close();
    stored = Optional.of(wiped);

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(cached::get)
          .isInstanceOf(StoreException.Unavailable.class)
          .hasMessageContaining("closed already");
    }
  }

  @Test
  void forgetWhatWasKept() {
    cached.get();
    cached.forget();
    cached.get();
    assertThat(reads).hasValue(2);
  }

  @Test
  void refuseATimeThatIsNone() {
    assertThatThrownBy(() -> new CachedCredential(Optional::empty, Duration.ofNanos(-1)))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> new CachedCredential(Optional::empty, Duration.ofDays(2)))
        .isInstanceOf(UsageException.class);
  }
}
