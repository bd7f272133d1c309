package dev.keyport.cli.wiring;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.inject.Inject;
import javax.inject.Singleton;

/** What was opened in a run, to be closed at its end, the last first. */
@Singleton
public final class Resources {
  private final Deque<Runnable> closing = new ArrayDeque<>();

  @Inject
  Resources() {}

  void onClose(Runnable close) {
    closing.push(close);
  }

  /** Closes what was opened. */
  public void close() {
    while (!closing.isEmpty()) {
      closing.pop().run();
    }
  }
}
