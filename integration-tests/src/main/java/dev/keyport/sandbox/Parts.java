package dev.keyport.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be closed together, the last first. */
final class Parts implements AutoCloseable {
  /** What closes without a checked exception. */
  @FunctionalInterface
  interface Part extends AutoCloseable {
    @Override
    void close();
  }

  private final Deque<Part> parts = new ArrayDeque<>();

  /** Adds a part that works already. */
  synchronized <T extends Part> T add(T part) {
    parts.push(part);
    return part;
  }

  /** Closes all parts. Does nothing the second time. */
  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }
}
