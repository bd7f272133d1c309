package dev.keyport.cli.verbs;

import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreStatus;

/** A store's state in a word. */
final class StateWord {
  private StateWord() {}

  static String of(StoreStatus status) {
    if (status instanceof StoreStatus.Ready) {
      return "ready";
    }
    if (status instanceof StoreStatus.Locked) {
      return "locked";
    }
    if (status instanceof StoreStatus.Absent) {
      return "absent";
    }
    return status.error().filter(StoreException.TimedOut.class::isInstance).isPresent()
        ? "timed-out"
        : "unavailable";
  }
}
