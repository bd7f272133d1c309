package dev.keyport.cli.wiring;

import dev.keyport.domain.error.InterruptedByPersonException;
import dev.keyport.domain.interaction.CriticalSection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Holds back the end of the process, after Ctrl-C say, until the step is done or a limit passed.
 */
final class FinishBeforeExit implements CriticalSection {
  private final Duration limit;

  FinishBeforeExit(Duration limit) {
    this.limit = limit;
  }

  @Override
  public <T> T run(Supplier<T> step) {
    CountDownLatch done = new CountDownLatch(1);
    Thread hook = new Thread(() -> await(done), "finish-before-exit");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      throw new InterruptedByPersonException("stopped before anything was done");
    }
    try {
      return step.get();
    } finally {
      done.countDown();
      remove(hook);
    }
  }

  private void await(CountDownLatch done) {
    try {
      if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook has seen that the step is done.
      return;
    }
  }
}
