package dev.keyport.cli.verbs;

import dev.keyport.domain.moving.MoveRecord;
import dev.keyport.domain.store.StoreException;
import java.util.Optional;

/** Reminds of a move that was cut short, before another verb does its work. */
public final class MoveReminder {
  private MoveReminder() {}

  /** The verb, with a reminder before it; one that makes moves whole needs none. */
  public static Verb before(Verb verb) {
    if (verb instanceof StoresMoveVerb || verb instanceof StoresUndoVerb) {
      return verb;
    }
    return (use, answer) -> {
      try {
        Optional<MoveRecord> cut = use.moveCredentials().unfinished();
        cut.ifPresent(record -> use.invocation().person().warn(reminder(record)));
      } catch (StoreException e) {
        use.invocation().person().warn(e.message());
      }
      return verb.run(use, answer);
    };
  }

  static String reminder(MoveRecord record) {
    return (record.isGoingBack() ? "taking back the move" : "the move")
        + " from "
        + record.from()
        + " to "
        + record.to()
        + " is unfinished, unless another process is at it: \"keyport stores:"
        + (record.isGoingBack() ? "undo\" goes on with it" : "move\" finishes it")
        + (record.isGoingBack() ? "" : ", \"keyport stores:undo\" takes it back");
  }
}
