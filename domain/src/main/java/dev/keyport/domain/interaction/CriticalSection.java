package dev.keyport.domain.interaction;

import java.util.function.Supplier;

/**
 * Steps that stopping the program must not cut in half: a token that exists at the API and is
 * stored nowhere would live on unknown to anybody. Safe for use by several threads.
 */
public interface CriticalSection {
  /**
   * Runs a step; where the process is told to end meanwhile, it ends after the step, within the
   * bounds the implementation sets.
   *
   * @return what the step returned
   */
  <T> T run(Supplier<T> step);

  /** Runs steps with no such care, for programs that end in their own way. */
  static CriticalSection unguarded() {
    return new CriticalSection() {
      @Override
      public <T> T run(Supplier<T> step) {
        return step.get();
      }
    };
  }
}
