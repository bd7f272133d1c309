package dev.keyport.domain.moving;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.NotFoundException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.store.Reach;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.token.MetadataStore;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Moves what one store holds to another: copy, read back, compare, and only then remove. At every
 * instant each credential is in one store or in both; a journal of ids lets the next call finish a
 * move that was cut short, or take it back.
 *
 * <p>A credential that another program writes meanwhile is not removed and not written over: it
 * stays where it is, and that is told.
 */
public final class MoveCredentials {
  private final Function<StoreSpec, TokenStore> stores;
  private final MetadataStore metadata;
  private final MoveJournal journal;

  /**
   * @param stores opens a store; what it opens is closed after use
   * @param metadata what else is known of the credentials, which moves with them
   * @param journal remembers the move
   */
  public MoveCredentials(
      Function<StoreSpec, TokenStore> stores, MetadataStore metadata, MoveJournal journal) {
    this.stores = stores;
    this.metadata = metadata;
    this.journal = journal;
  }

  /** The move that was cut short, unless it is under way in another process. */
  public Optional<MoveRecord> unfinished() {
    return journal.read().filter(MoveRecord::isUnfinished);
  }

  /**
   * The last move, finished or not: what can be taken back.
   *
   * @throws NotFoundException when there is none
   */
  public MoveRecord last() {
    return journal
        .read()
        .orElseThrow(
            () ->
                new NotFoundException(
                    "there is no move to take back",
                    "the last one alone is kept, until it is taken back"));
  }

  /** Where a store is: its scheme and resolved place, as plans and records name it. */
  public StoreSpec placeOf(StoreSpec store) {
    try (TokenStore opened = stores.apply(store)) {
      return opened.spec();
    }
  }

  /**
   * What a move would do.
   *
   * @param host the one host whose credentials are to be moved; empty for all
   * @throws UsageException when both are one place, or the second keeps nothing
   * @throws StoreException when a store can't be read, or is only read
   */
  public MovePlan plan(StoreSpec from, StoreSpec to, Optional<Host> host) {
    return with(
        from,
        to,
        (source, target) -> {
          requireTwoThatKeep(source, target);
          List<CredentialId> ids =
              source.list().stream()
                  .filter(id -> host.isEmpty() || host.get().equals(id.host()))
                  .distinct()
                  .toList();
          source.checkRemovable(ids);
          target.checkWritable();
          return new Planning(source, target).plan(ids);
        });
  }

  private static void requireTwoThatKeep(TokenStore source, TokenStore target) {
    if (source.isSamePlaceAs(target)) {
      throw new UsageException(
          source.spec()
              + (source.spec().equals(target.spec())
                  ? " can't be moved onto itself"
                  : " and " + target.spec() + " are one place: it can't be moved onto itself"),
          "name two stores");
    }
    if (target.traits().reach() == Reach.PROCESS) {
      throw new UsageException(
          target.spec() + " ends with this command: what is moved there would be lost",
          "name a store that keeps it, as netrc or keychain");
    }
  }

  /**
   * Moves what the plan says, and no more; what came to the store since stays.
   *
   * @throws MoveRefusedException when something is in the way; nothing was moved
   * @throws StoreException when a store can't be read or written; the message says whether anything
   *     was moved
   */
  public Moved move(MovePlan agreed) {
    agreed.requireClear();
    return journal.alone(
        () -> {
          if (unfinished().isPresent()) {
            throw new MoveRefusedException(
                "another move was cut short meanwhile; nothing was moved",
                "run the same command again");
          }
          return with(
              agreed.from(), agreed.to(), (source, target) -> begin(agreed.ids(), source, target));
        });
  }

  private Moved begin(List<CredentialId> agreed, TokenStore source, TokenStore target) {
    requireTwoThatKeep(source, target);
    MovePlan plan = new Planning(source, target).plan(agreed);
    plan.requireClear();
    List<CredentialId> ids = agreed.stream().filter(plan.ids()::contains).toList();
    if (ids.isEmpty() && !agreed.isEmpty()) {
      throw new MoveRefusedException(
          "what was to be moved left " + source.spec() + " meanwhile; nothing was moved",
          "another process may have moved it: see keyport credentials");
    }
    if (ids.isEmpty()) {
      return new Moved(source.spec(), target.spec(), List.of(), List.of());
    }
    MoveRecord record =
        new MoveRecord(
            source.spec(),
            target.spec(),
            ids.stream()
                .map(id -> new MoveRecord.Entry(id, plan.alreadyThere().contains(id)))
                .toList(),
            MoveRecord.Step.COPYING);
    Transfer transfer = new Transfer(source, target, metadata);
    try {
      journal.write(record);
      transfer.copy(record.ids());
      journal.write(record.at(MoveRecord.Step.REMOVING));
    } catch (StoreException e) {
      giveUp(record, source, target, e);
      throw e.withMessage(e.message() + "; nothing was moved");
    }
    return finish(record, transfer);
  }

  /** Nothing has left the source: what was written to the target goes again. */
  private void giveUp(
      MoveRecord record, TokenStore source, TokenStore target, StoreException failure) {
    try {
      for (MoveRecord.Entry entry : record.entries()) {
        if (!entry.wasThere()) {
          Planning.exactly(source, entry.id())
              .filter(copy -> !target.removeUnchanged(List.of(copy)).isEmpty())
              .ifPresent(copy -> metadata.remove(target.spec(), copy.id()));
        }
      }
      journal.clear();
    } catch (StoreException e) {
      failure.addSuppressed(e);
      throw unfinished(failure);
    }
  }

  private StoreException unfinished(StoreException failure) {
    return failure.withMessage(
        failure.message()
            + "; the move is unfinished, and nothing is lost: \"keyport stores:move\" goes on with"
            + " it, \"keyport stores:undo\" takes it back");
  }

  private Moved finish(MoveRecord record, Transfer transfer) {
    try {
      List<CredentialId> moved = transfer.remove(record.ids(), List.of());
      if (moved.isEmpty()) {
        journal.clear();
      } else {
        journal.write(record.of(moved, MoveRecord.Step.DONE));
      }
      return new Moved(record.from(), record.to(), moved, transfer.left());
    } catch (StoreException e) {
      throw unfinished(e);
    }
  }

  /**
   * Finishes a move that was cut short, in the direction it had.
   *
   * @return what became of it; empty when none was cut short
   * @throws StoreException when a store can't be read or written; it stays unfinished
   */
  public Optional<Moved> resume() {
    if (unfinished().isEmpty()) {
      return Optional.empty();
    }
    return journal.alone(
        () -> unfinished().map(record -> record.isGoingBack() ? takeBack(record) : takeOn(record)));
  }

  /**
   * Finishes a move that was cut short on the way back, in the direction it had first.
   *
   * @throws StoreException when a store can't be read or written; it stays unfinished
   */
  public Moved resumeForward(MoveRecord agreed) {
    return journal.alone(
        () -> {
          requireStill(agreed);
          return takeOn(agreed);
        });
  }

  private Moved takeOn(MoveRecord record) {
    return with(
        record.from(),
        record.to(),
        (source, target) -> {
          Transfer transfer = new Transfer(source, target, metadata);
          try {
            note(record, MoveRecord.Step.COPYING);
            transfer.copy(record.ids());
            note(record, MoveRecord.Step.REMOVING);
          } catch (StoreException e) {
            throw unfinished(e);
          }
          return finish(record, transfer);
        });
  }

  private void note(MoveRecord record, MoveRecord.Step step) {
    journal.write(record.at(step));
  }

  /**
   * What finishing a move that was cut short would do, in the direction it has.
   *
   * @throws StoreException when a store can't be read
   */
  public MovePlan planResume(MoveRecord record) {
    return record.isGoingBack()
        ? planUndo(record)
        : with(
            record.from(),
            record.to(),
            (source, target) -> new Planning(source, target).plan(record.ids()));
  }

  /**
   * What taking back would do: a plan from the second store to the first.
   *
   * @throws StoreException when a store can't be read
   */
  public MovePlan planUndo(MoveRecord record) {
    return with(
        record.to(),
        record.from(),
        (source, target) -> new Planning(source, target).plan(record.ids()));
  }

  /**
   * Takes a move back, finished or not. What the first store can't take, or has otherwise by now,
   * stays in the second and is told. A credential goes back as it is now: one that was renewed
   * since, renewed.
   *
   * @param agreed the move that {@link #last} told of
   * @throws StoreException when a store can't be read or written; the message says whether it is
   *     unfinished
   */
  public Moved undo(MoveRecord agreed) {
    return journal.alone(
        () -> {
          requireStill(agreed);
          return takeBack(agreed);
        });
  }

  private void requireStill(MoveRecord agreed) {
    if (!journal.read().equals(Optional.of(agreed))) {
      throw new MoveRefusedException(
          "another process moved something meanwhile; nothing was done",
          "run the same command again");
    }
  }

  private Moved takeBack(MoveRecord record) {
    return with(
        record.to(),
        record.from(),
        (source, target) -> {
          Transfer transfer = new Transfer(source, target, metadata);
          try {
            note(record, MoveRecord.Step.RETURNING);
            transfer.copy(record.ids());
            note(record, MoveRecord.Step.CLEARING);
          } catch (StoreException e) {
            throw stillDone(record, e);
          }
          return clear(record, transfer);
        });
  }

  /** Nothing has left the second store: a finished move may stay one. */
  private StoreException stillDone(MoveRecord record, StoreException failure) {
    if (record.isUnfinished()) {
      return unfinished(failure);
    }
    try {
      journal.write(record);
      return failure.withMessage(failure.message() + "; nothing was taken back");
    } catch (StoreException e) {
      failure.addSuppressed(e);
      return unfinished(failure);
    }
  }

  private Moved clear(MoveRecord record, Transfer transfer) {
    List<CredentialId> staying =
        record.entries().stream()
            .filter(MoveRecord.Entry::wasThere)
            .map(MoveRecord.Entry::id)
            .toList();
    try {
      List<CredentialId> returned = transfer.remove(record.ids(), staying);
      journal.clear();
      return new Moved(record.to(), record.from(), returned, transfer.left());
    } catch (StoreException e) {
      throw unfinished(e);
    }
  }

  private <R> R with(StoreSpec from, StoreSpec to, BiFunction<TokenStore, TokenStore, R> action) {
    try (TokenStore source = stores.apply(from);
        TokenStore target = stores.apply(to)) {
      return action.apply(source, target);
    }
  }
}
