package dev.keyport.domain.moving;

import java.util.Optional;
import java.util.function.Supplier;

/** Remembers the last move, finished or not, so that what was cut short can be made whole. */
public interface MoveJournal {
  /**
   * The move that was noted last; empty where there is none, or it was taken back.
   *
   * @throws dev.keyport.domain.store.StoreException.Corrupt when the note can't be understood
   * @throws dev.keyport.domain.store.StoreException.Unavailable when it can't be read
   */
  Optional<MoveRecord> read();

  /**
   * Notes this in place of what was noted; it is on the disk when this returns.
   *
   * @throws dev.keyport.domain.store.StoreException.Unavailable when it can't be written
   */
  void write(MoveRecord record);

  /**
   * Forgets the move.
   *
   * @throws dev.keyport.domain.store.StoreException.Unavailable when it can't be removed
   */
  void clear();

  /**
   * Runs the action while no other process moves anything.
   *
   * @return what the action returned
   * @throws dev.keyport.domain.store.StoreException.TimedOut when another did not finish in time;
   *     nothing was run
   */
  <T> T alone(Supplier<T> action);

  /** Where the note stands, for messages: a file's path. */
  String place();
}
