package dev.keyport.cli.wiring;

import dev.keyport.domain.error.InterruptedByPersonException;
import dev.keyport.domain.interaction.CriticalSection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Holds back the end of the process, after Ctrl-C say, until the step is done or a limit passed.
 */
final class FinishBeforeExit implements CriticalSection {
  private final Duration limit;
  private final Consumer<String> person;

  /**
   * @param person is told why the end is held back, and what came of it
   */
  FinishBeforeExit(Duration limit, Consumer<String> person) {
    this.limit = limit;
    this.person = person;
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
      person.accept("stopping once what was begun is whole");
      person.accept(
          done.await(limit.toMillis(), TimeUnit.MILLISECONDS)
              ? "it was finished or undone all the same: keyport auth:status tells which token is"
                  + " stored, keyport authorizations which are valid"
              : "it took too long, and may be half done: see keyport auth:status and keyport"
                  + " authorizations");
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
