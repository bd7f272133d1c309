package dev.keyport.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults waiting to happen, oldest first. Safe for use by several threads. */
public final class Faults {
  private final List<Fault> waiting = new ArrayList<>();

  Faults() {}

  /** Adds a fault behind those that wait already. */
  public synchronized void add(Fault fault) {
    waiting.add(fault);
  }

  /** Removes all faults. */
  public synchronized void clear() {
    waiting.clear();
  }

  /** The faults that wait, each with the number of times left. */
  public synchronized List<Fault> list() {
    return List.copyOf(waiting);
  }

  /** Takes the oldest fault for a request, one time of it. */
  synchronized Optional<Fault> take(ApiRequest request) {
    for (int i = 0; i < waiting.size(); i++) {
      Fault fault = waiting.get(i);
      if (fault.matches(request)) {
        if (fault.times() == 1) {
          waiting.remove(i);
        } else {
          waiting.set(i, fault.times(fault.times() - 1));
        }
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
