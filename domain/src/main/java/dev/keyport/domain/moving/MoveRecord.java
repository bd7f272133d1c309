package dev.keyport.domain.moving;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.store.StoreSpec;
import java.util.List;
import java.util.Objects;

/**
 * What the journal knows of a move: which credentials, between which stores, and how far it got. No
 * secret is in it, nor anything made from one.
 *
 * @param from the store they were in
 * @param to the store they go to
 * @param entries which they are
 * @param step how far it got
 */
public record MoveRecord(StoreSpec from, StoreSpec to, List<Entry> entries, Step step) {
  public MoveRecord {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    entries = List.copyOf(entries);
    Objects.requireNonNull(step, "step");
  }

  /**
   * One credential of a move.
   *
   * @param id which
   * @param wasThere whether the second store had it before: taking the move back leaves it there
   */
  public record Entry(CredentialId id, boolean wasThere) {
    public Entry {
      Objects.requireNonNull(id, "id");
    }
  }

  /** How far a move got; each is noted before what it names is begun. */
  public enum Step {
    /** They are being written to the second store; the first has them all. */
    COPYING,
    /** The second store has them all; they are being removed from the first. */
    REMOVING,
    /** It is over, and can be taken back. */
    DONE,
    /** It is taken back: they are being written to the first store. */
    RETURNING,
    /** It is taken back: the first store has them; they are being removed from the second. */
    CLEARING
  }

  /** Whether it was cut short, unless it is under way. */
  public boolean isUnfinished() {
    return step != Step.DONE;
  }

  /** Whether it is being taken back. */
  public boolean isGoingBack() {
    return step == Step.RETURNING || step == Step.CLEARING;
  }

  /** The ids, in order. */
  public List<CredentialId> ids() {
    return entries.stream().map(Entry::id).toList();
  }

  /** The same move at another step. */
  MoveRecord at(Step reached) {
    return new MoveRecord(from, to, entries, reached);
  }

  /** The same move of these alone, at another step. */
  MoveRecord of(List<CredentialId> ids, Step reached) {
    return new MoveRecord(
        from, to, entries.stream().filter(entry -> ids.contains(entry.id())).toList(), reached);
  }
}
