package dev.keyport.domain.doctor;

import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.KeyportException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs checks one after the other, since two may look at the same thing. What goes wrong in one is
 * a finding and keeps no other from running: an error it throws, and the time it may take.
 */
public final class Diagnose {
  private final List<Check> checks;
  private final Duration deadline;

  /**
   * @param checks in the order they are run and told
   * @param deadline how long one of them may take; one that takes longer is given up, and goes on
   *     unheard until the process ends
   */
  public Diagnose(List<Check> checks, Duration deadline) {
    this.checks = List.copyOf(checks);
    this.deadline = deadline;
  }

  /**
   * Runs them all.
   *
   * @return what they found; a failure is in it, never raised
   */
  public Diagnosis run() {
    return new Diagnosis(checks.stream().map(this::run).toList());
  }

  private Diagnosis.Checked run(Check check) {
    return new Diagnosis.Checked(check.name(), findings(check));
  }

  private List<Finding> findings(Check check) {
    FutureTask<List<Finding>> looking = new FutureTask<>(check::run);
    Thread thread = new Thread(looking, "check " + check.name());
    thread.setDaemon(true);
    thread.start();
    try {
      return looking.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      return List.of(failure(Objects.requireNonNullElse(e.getCause(), e)));
    } catch (TimeoutException e) {
      // It is not interrupted: what it is about to put back, it is to put back.
      return List.of(
          failure(
              ErrorCode.STORE_TIMEOUT, "no answer within " + deadline.toSeconds() + " seconds"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of(failure(ErrorCode.INTERRUPTED, "stopped before there was an answer"));
    }
  }

  /** The message of an error that nobody foresaw is not told: it could hold anything. */
  private static Finding failure(Throwable thrown) {
    if (thrown instanceof KeyportException error) {
      return Finding.failure(error);
    }
    StackTraceElement[] stack = thrown.getStackTrace();
    return Finding.failure(
        ErrorCode.FAILED,
        "an error nobody foresaw: "
            + thrown.getClass().getName()
            + (stack.length == 0 ? "" : " at " + stack[0]),
        Optional.of("please report it, without any secret"));
  }

  private static Finding failure(ErrorCode code, String what) {
    return Finding.failure(code, what, Optional.empty());
  }
}
