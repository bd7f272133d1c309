package dev.keyport.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyport.domain.store.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path state;

  private ProcessLock lock(Duration timeout) {
    return new ProcessLock(state, "/home/ann/.netrc", timeout);
  }

  @Test
  void theActionsAnswerIsHandedOn() {
    assertThat(lock(LONG).<String>hold(() -> "done")).isEqualTo("done");
    assertThat(lock(LONG).<String>hold(() -> "again")).isEqualTo("again");
  }

  @Test
  void anActionThatFailsLetsGo() {
    assertThatThrownBy(
            () ->
                lock(LONG)
                    .hold(
                        () -> {
                          throw new IllegalArgumentException("no");
                        }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(lock(SHORT).<String>hold(() -> "done")).isEqualTo("done");
  }

  @Test
  void threadsGoOneByOne() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    int[] unguarded = {0};
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        all.add(
            pool.submit(
                () ->
                    lock(LONG)
                        .<Integer>hold(
                            () -> {
                              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                              unguarded[0]++;
                              return inside.decrementAndGet();
                            })));
      }
      for (Future<?> one : all) {
        one.get(60, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(most).hasValue(1);
    assertThat(unguarded[0]).isEqualTo(40);
  }

  @Test
  void theWaitForAnotherThreadEnds() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> holder =
          pool.submit(
              () ->
                  lock(LONG)
                      .<Boolean>hold(
                          () -> {
                            held.countDown();
                            return await(enough);
                          }));
      assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();

      assertThatThrownBy(() -> lock(SHORT).hold(() -> "never"))
          .isInstanceOf(StoreException.TimedOut.class)
          .hasMessageContaining("/home/ann/.netrc")
          .hasMessageContaining("another thread");
      assertThat(new ProcessLock(state, "another", SHORT).<String>hold(() -> "free"))
          .isEqualTo("free");

      enough.countDown();
      assertThat(holder.get(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      enough.countDown();
      pool.shutdownNow();
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Holds the lock until its input ends, or it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) {
      new ProcessLock(Path.of(args[0]), args[1], LONG)
          .<Integer>hold(
              () -> {
                System.out.println("held");
                try {
                  return System.in.read();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  private Process startHolder() throws IOException {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                state.toString(),
                "/home/ann/.netrc")
            .redirectErrorStream(true)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
    assertThat(out.readLine()).isEqualTo("held");
    return holder;
  }

  @Test
  void anotherProcessIsWaitedForUntilTheDeadlineAndItsDeathFreesTheLock() throws Exception {
    Process holder = startHolder();
    try {
      assertThatThrownBy(() -> lock(SHORT).hold(() -> "never"))
          .isInstanceOf(StoreException.TimedOut.class)
          .hasMessageContaining("another process");
      // A second attempt: the first must not have let go of anything.
      assertThatThrownBy(() -> lock(SHORT).hold(() -> "never"))
          .isInstanceOf(StoreException.TimedOut.class);
    } finally {
      holder.destroyForcibly();
    }
    assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();

    assertThat(lock(LONG).<String>hold(() -> "free")).isEqualTo("free");
  }

  @Test
  void anInterruptedWaitRunsNothingAndKeepsTheInterrupt() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> lock(LONG).hold(() -> "never"))
        .isInstanceOf(StoreException.Unavailable.class);

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aStateFolderThatCantBeMadeIsNamed() throws IOException {
    Path file = Files.createFile(state.resolve("file"));

    assertThatThrownBy(
            () -> new ProcessLock(file.resolve("keyport"), "x", LONG).hold(() -> "never"))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void holdingItTwiceIsAMistakeThatIsSaid() {
    assertThatThrownBy(() -> lock(LONG).hold(() -> lock(LONG).<String>hold(() -> "never")))
        .isInstanceOf(IllegalStateException.class);
  }
}
