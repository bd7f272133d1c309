package dev.keyport.domain.moving;

import static dev.keyport.domain.moving.MovingWorld.FROM;
import static dev.keyport.domain.moving.MovingWorld.TO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyport.domain.store.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Moves that are cut short at every instant: before and after each change of a store, of what is
 * known of a credential and of the journal, and between two items of one change.
 */
class KilledMoveTest {
  private static final List<String> OURS =
      List.of("ann@api.example=one", "ann@git.example=one", "bob@files.example=two");
  private static final List<String> THEIRS = List.of("bob@files.example=two", "eve@x.example=3");
  private static final int MOST_INSTANTS = 500;

  private static MovingWorld world() {
    MovingWorld world = new MovingWorld();
    world.from.put("api.example", "ann", "one");
    world.from.put("git.example", "ann", "one");
    world.from.put("files.example", "bob", "two");
    world.to.put("files.example", "bob", "two");
    world.to.put("x.example", "eve", "3");
    world.know(FROM, "api.example", "ann", "one");
    return world;
  }

  private static void killed(MovingWorld world, int instant, Consumer<MovingWorld> action) {
    world.fuse.killAt(instant);
    try {
      action.accept(world);
    } catch (Fuse.Killed e) {
      assertThat(world.fuse.isBlown()).isTrue();
    }
    world.fuse.mend();
    assertNothingIsInNeither(world);
  }

  private static void assertNothingIsInNeither(MovingWorld world) {
    assertThat(OURS)
        .allSatisfy(
            one ->
                assertThat(world.from.held().contains(one) || world.to.held().contains(one))
                    .as(one)
                    .isTrue());
    assertThat(world.to.held()).containsAll(THEIRS);
    assertThat(
            world
                .authorization(FROM, "api.example", "ann")
                .or(() -> world.authorization(TO, "api.example", "ann")))
        .contains("authorization-of-one");
  }

  private static void assertMoved(MovingWorld world) {
    assertThat(world.from.held()).isEmpty();
    assertThat(world.to.held())
        .containsExactly(
            "ann@api.example=one",
            "ann@git.example=one",
            "bob@files.example=two",
            "eve@x.example=3");
    assertThat(world.authorization(TO, "api.example", "ann")).contains("authorization-of-one");
    assertThat(world.authorization(FROM, "api.example", "ann")).isEmpty();
    assertThat(world.process().unfinished()).isEmpty();
  }

  private static void assertAsItWas(MovingWorld world) {
    assertThat(world.from.held()).isEqualTo(OURS);
    assertThat(world.to.held()).isEqualTo(THEIRS);
    assertThat(world.authorization(FROM, "api.example", "ann")).contains("authorization-of-one");
    assertThat(world.authorization(TO, "api.example", "ann")).isEmpty();
    assertThat(world.process().unfinished()).isEmpty();
  }

  /** Finishes what is noted, or moves where nothing was. */
  private static void goOn(MovingWorld world) {
    if (world.process().resume().isEmpty()) {
      world.move();
    }
  }

  private static void takeBack(MovingWorld world) {
    if (world.journal.noted().isPresent()) {
      world.undo();
    }
  }

  private static int instantsOf(Consumer<MovingWorld> action) {
    for (int instant = 1; instant < MOST_INSTANTS; instant++) {
      MovingWorld world = world();
      world.fuse.killAt(instant);
      try {
        action.accept(world);
        return instant - 1;
      } catch (Fuse.Killed e) {
        assertThat(world.fuse.isBlown()).isTrue();
      }
    }
    throw new AssertionError("it never ends");
  }

  @Test
  void aMoveThatIsKilledIsFinishedByTheNextCall() {
    int instants = instantsOf(MovingWorld::move);
    assertThat(instants).isGreaterThan(20);
    for (int instant = 1; instant <= instants; instant++) {
      MovingWorld world = world();
      killed(world, instant, MovingWorld::move);

      goOn(world);

      assertMoved(world);
    }
  }

  @Test
  void aMoveThatIsKilledIsTakenBack() {
    int instants = instantsOf(MovingWorld::move);
    for (int instant = 1; instant <= instants; instant++) {
      MovingWorld world = world();
      killed(world, instant, MovingWorld::move);

      takeBack(world);

      assertAsItWas(world);
    }
  }

  @Test
  void aMoveThatIsKilledTwiceIsFinishedOrTakenBack() {
    int instants = instantsOf(MovingWorld::move);
    for (int first = 1; first <= instants; first++) {
      for (int second = 1; second <= instants; second++) {
        MovingWorld onwards = world();
        killed(onwards, first, MovingWorld::move);
        killed(onwards, second, KilledMoveTest::goOn);
        goOn(onwards);
        assertMoved(onwards);

        MovingWorld back = world();
        killed(back, first, MovingWorld::move);
        killed(back, second, KilledMoveTest::takeBack);
        takeBack(back);
        assertAsItWas(back);
      }
    }
  }

  @Test
  void takingBackThatIsKilledIsFinishedByTheNextCallOrTurnedRound() {
    int instants =
        instantsOf(
            world -> {
              world.move();
              world.undo();
            });
    int moving = instantsOf(MovingWorld::move);
    for (int instant = 1; instant <= instants - moving; instant++) {
      MovingWorld on = world();
      on.move();
      killed(on, instant, MovingWorld::undo);
      on.process().resume();
      takeBack(on);
      assertAsItWas(on);

      MovingWorld round = world();
      round.move();
      killed(round, instant, MovingWorld::undo);
      Optional<MoveRecord> cut = round.process().unfinished();
      if (cut.isPresent()) {
        round.process().resumeForward(cut.get());
        assertMoved(round);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFailureLeavesAllAsItWasOrSaysThatItIsUnfinished(boolean andOn) {
    int instants = instantsOf(MovingWorld::move);
    int untouched = 0;
    int unfinished = 0;
    for (int instant = 1; instant <= instants; instant++) {
      MovingWorld world = world();
      world.fuse.failAt(
          instant, () -> new StoreException.Unavailable("the disk is full", "x", null));
      try {
        world.move();
      } catch (StoreException e) {
        world.fuse.mend();
        assertNothingIsInNeither(world);
        if (e.message().contains("the move is unfinished")) {
          unfinished++;
          // Of the last note, it is not known whether it was made.
          assertThat(world.journal.noted()).isPresent();
          if (andOn) {
            goOn(world);
          } else {
            takeBack(world);
          }
        } else {
          untouched++;
          assertThat(world.journal.noted()).isEmpty();
          assertAsItWas(world);
          continue;
        }
      }
      world.fuse.mend();
      if (andOn || world.from.held().isEmpty()) {
        assertMoved(world);
      } else {
        assertAsItWas(world);
      }
    }
    assertThat(untouched).isPositive();
    assertThat(unfinished).isPositive();
  }

  @Test
  void takingBackThatFailsLeavesTheMoveOrSaysThatItIsUnfinished() {
    int moving = instantsOf(MovingWorld::move);
    for (int instant = 1; instant <= 2 * moving; instant++) {
      MovingWorld world = world();
      world.move();
      world.fuse.failAt(
          instant, () -> new StoreException.Unavailable("the disk is full", "x", null));
      try {
        world.undo();
      } catch (StoreException e) {
        assertNothingIsInNeither(world);
        world.fuse.mend();
        takeBack(world);
      }
      world.fuse.mend();
      assertAsItWas(world);
    }
  }
}
