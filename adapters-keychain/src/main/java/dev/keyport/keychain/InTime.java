package dev.keyport.keychain;

import dev.keyport.domain.store.StoreException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Puts a deadline on calls that know none. */
final class InTime {
  private InTime() {}

  /**
   * Makes the call in a thread of its own, which keeps no JVM from exiting, and interrupts it when
   * time is up.
   *
   * @param who completes "… did not answer within"
   * @throws ExecutionException when the call raised something
   * @throws StoreException.TimedOut when it did not return before the deadline
   */
  static <T> T call(String who, Callable<T> call, Deadline deadline) throws ExecutionException {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "keyport-keychain");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(deadline.remainingMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw silent(who, deadline);
    } catch (InterruptedException e) {
      task.cancel(true);
      throw interrupted();
    }
  }

  static StoreException.TimedOut silent(String who, Deadline deadline) {
    return new StoreException.TimedOut(
        who + " did not answer within " + deadline.allowedInWords(),
        "see whether the keychain waits for an answer in a window, or allow more time");
  }

  static StoreException.Unavailable interrupted() {
    Thread.currentThread().interrupt();
    return new StoreException.Unavailable(
        "the thread was interrupted while the keychain was asked", null, null);
  }
}
