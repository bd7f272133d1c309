package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.ExitStatus;
import dev.keyport.cli.wiring.KeyportComponent;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.InterruptedByPersonException;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.moving.MoveCredentials;
import dev.keyport.domain.moving.MovePlan;
import dev.keyport.domain.moving.MoveRecord;
import dev.keyport.domain.moving.Moved;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stores:undo}. */
@Command(
    name = "undo",
    description = "Take the last stores:move back, finished or not.",
    footer = {
      "",
      "What went comes back as it is now: a token renewed since comes back renewed. What",
      "the first store has with another secret by now, or can't hold, stays where it is",
      "and is named. At a terminal it shows what it would do and asks.",
      "",
      "Examples:",
      "  keyport stores:undo",
      "  keyport stores:undo -y"
    })
public final class StoresUndoVerb implements Verb {
  @Option(
      names = {"-y", "--yes"},
      description = "Ask nothing.")
  private boolean yes;

  /** With no options given. */
  public StoresUndoVerb() {}

  @Override
  public int run(KeyportComponent use, Answer answer) {
    MoveCredentials moving = use.moveCredentials();
    MoveRecord last = moving.last();
    agree(use, moving.planUndo(last));
    Moved moved = moving.undo(last);
    if (answer.isJson()) {
      answer.document(MoveText.document(moved, Optional.empty()));
    } else {
      moved.moved().forEach(id -> answer.line("Moved " + id + " back to " + moved.to()));
      if (moved.moved().isEmpty() && moved.left().isEmpty()) {
        use.invocation().person().tell("Nothing had to go back.");
      }
    }
    MoveText.tellLeft(use, moved);
    MoveText.tellUse(use, moved.from(), moved.to());
    return moved.left().isEmpty() ? ExitStatus.DONE : ExitStatus.of(ErrorCode.FAILED);
  }

  private void agree(KeyportComponent use, MovePlan plan) {
    Interaction person = use.invocation().person();
    boolean ask = !yes && person.canAsk();
    if (ask) {
      MoveText.lines(plan).forEach(person::tell);
    }
    MoveText.tellChanges(use, plan);
    if (ask && !person.confirm("Take the move back?", true)) {
      throw new InterruptedByPersonException("nothing was taken back");
    }
  }
}
