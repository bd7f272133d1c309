package dev.keyport.it.verbs;

import dev.keyport.sandbox.PendingLogin;
import dev.keyport.sandbox.Sandbox;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Somebody at a browser, who lets in every command that waits to be. */
public final class Approver implements AutoCloseable {
  private static final long DEADLINE_SECONDS = 30;
  private static final long MILLIS_BETWEEN_LOOKS = 10;

  private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();

  private Approver() {}

  /** Lets them in as this account. */
  public static Approver of(Sandbox sandbox, String email) {
    Approver approver = new Approver();
    var unused =
        approver.looking.scheduleWithFixedDelay(
            () ->
                sandbox.pendingLogins().stream()
                    .filter(PendingLogin::awaited)
                    .forEach(login -> sandbox.approveLogin(login.id(), email)),
            0,
            MILLIS_BETWEEN_LOOKS,
            TimeUnit.MILLISECONDS);
    return approver;
  }

  /** Waits until a command waits to be let in; fails after half a minute. */
  public static PendingLogin awaitLogin(Sandbox sandbox) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (System.nanoTime() < end) {
      Optional<PendingLogin> waiting =
          sandbox.pendingLogins().stream().filter(PendingLogin::awaited).findFirst();
      if (waiting.isPresent()) {
        return waiting.get();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(MILLIS_BETWEEN_LOOKS));
    }
    throw new AssertionError("no command waits for a login in the browser");
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
