package dev.keyport.domain.doctor;

import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.KeyportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs checks, the lanes at the same time and those of one lane in turn. What goes wrong in one is
 * a finding and keeps no other from running: an error it throws, and the time it may take. They are
 * told in the order they were given.
 */
public final class Diagnose {
  private final List<Check> checks;
  private final Duration deadline;

  /**
   * @param checks in the order they are told
   * @param deadline how long one of them may take; one that takes longer is given up, and goes on
   *     unheard until the process ends
   */
  public Diagnose(List<Check> checks, Duration deadline) {
    Set<String> ids = new HashSet<>();
    for (Check check : checks) {
      if (!ids.add(check.id())) {
        throw new IllegalArgumentException("two checks have the id " + check.id());
      }
    }
    this.checks = List.copyOf(checks);
    this.deadline = deadline;
  }

  /**
   * Runs them all.
   *
   * @return what they found; a failure is in it, never raised
   */
  public Diagnosis run() {
    Map<String, List<Finding>> found = new ConcurrentHashMap<>();
    List<Thread> lanes = new ArrayList<>();
    for (List<Check> lane : lanes().values()) {
      lanes.add(start("lane", () -> lane.forEach(check -> found.put(check.id(), findings(check)))));
    }
    try {
      for (Thread lane : lanes) {
        lane.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Diagnosis(
        checks.stream().map(check -> checked(check, found.get(check.id()))).toList());
  }

  /**
   * Runs them all, has those that found something mend what is safe, and, where something was done,
   * runs them all again: a check may have looked at what another mended.
   *
   * @return what was done and what is found since
   */
  public Repair mend() {
    Diagnosis before = run();
    List<Mended> mended = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      if (before.checks().get(i).status() != Level.OK) {
        mended.addAll(mended(checks.get(i)));
      }
    }
    return new Repair(mended, mended.stream().anyMatch(Mended::done) ? run() : before);
  }

  private Map<String, List<Check>> lanes() {
    Map<String, List<Check>> lanes = new LinkedHashMap<>();
    checks.forEach(
        check -> lanes.computeIfAbsent(check.lane(), lane -> new ArrayList<>()).add(check));
    return lanes;
  }

  private static Diagnosis.Checked checked(Check check, @Nullable List<Finding> findings) {
    return new Diagnosis.Checked(
        check.id(),
        check.name(),
        findings == null
            ? List.of(failure(ErrorCode.INTERRUPTED, "stopped before there was an answer"))
            : findings);
  }

  private List<Finding> findings(Check check) {
    Answer<List<Finding>> answer = inTime(check, check::run);
    return answer.value().orElseGet(() -> List.of(answer.failure().orElseThrow()));
  }

  private List<Mended> mended(Check check) {
    Answer<List<Mended>> answer = inTime(check, check::mend);
    return answer
        .value()
        .orElseGet(
            () ->
                List.of(
                    Mended.failed(
                        check.name() + ": " + answer.failure().orElseThrow().sentence())));
  }

  /** What came of a call, or why nothing did. */
  private record Answer<T>(Optional<T> value, Optional<Finding> failure) {}

  private <T> Answer<T> inTime(Check check, Callable<T> call) {
    FutureTask<T> looking = new FutureTask<>(call);
    start("check " + check.id(), looking);
    Finding failure;
    try {
      return new Answer<>(
          Optional.of(looking.get(deadline.toNanos(), TimeUnit.NANOSECONDS)), Optional.empty());
    } catch (ExecutionException e) {
      failure = failure(Objects.requireNonNullElse(e.getCause(), e));
    } catch (TimeoutException e) {
      // It is not interrupted: what it is about to put back, it is to put back.
      failure =
          failure(ErrorCode.STORE_TIMEOUT, "no answer within " + deadline.toSeconds() + " seconds");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure = failure(ErrorCode.INTERRUPTED, "stopped before there was an answer");
    }
    return new Answer<>(Optional.empty(), Optional.of(failure));
  }

  private static Thread start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
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
