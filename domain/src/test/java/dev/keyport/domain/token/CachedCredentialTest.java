package dev.keyport.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
