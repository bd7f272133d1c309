package dev.keyport.domain.moving;

import static dev.keyport.domain.moving.MovingWorld.FROM;
import static dev.keyport.domain.moving.MovingWorld.ONE_LOGIN_A_HOST;
import static dev.keyport.domain.moving.MovingWorld.TO;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever two stores hold, a move and its way back keep it. */
class RandomMovesTest {
  private static final int SEEDS = 2000;
  private static final List<String> HOSTS = List.of("a.example", "b.example", "c.example:8080");
  private static final List<String> LOGINS = List.of("ann", "bob", "Ann");
  private static final List<String> SECRETS = List.of("1", "2");

  private static MovingWorld world(Random random) {
    MovingWorld world = new MovingWorld();
    if (random.nextInt(3) == 0) {
      world.to.with(ONE_LOGIN_A_HOST);
    }
    fill(world.from, random);
    fill(world.to, random);
    return world;
  }

  private static void fill(FusedStore store, Random random) {
    for (int i = random.nextInt(5); i > 0; i--) {
      store.put(one(HOSTS, random), one(LOGINS, random), one(SECRETS, random));
    }
  }

  private static String one(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  @Test
  void aMoveIsAllOrNothingAndItsWayBackRestores() {
    int moves = 0;
    int refusals = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      MovingWorld world = world(new Random(seed));
      List<String> from = world.from.held();
      List<String> to = world.to.held();
      try {
        Moved moved = world.move();
        assertThat(world.from.held()).as("seed " + seed).isEmpty();
        assertThat(world.to.held())
            .as("seed " + seed)
            .isEqualTo(
                List.copyOf(new TreeSet<>(Stream.concat(from.stream(), to.stream()).toList())));
        if (!moved.moved().isEmpty()) {
          moves++;
          world.undo();
        }
      } catch (MoveRefusedException e) {
        refusals++;
        assertThat(e.obstacles()).isNotEmpty();
      }
      assertThat(world.from.held()).as("seed " + seed).isEqualTo(from);
      assertThat(world.to.held()).as("seed " + seed).isEqualTo(to);
    }
    assertThat(moves).isGreaterThan(SEEDS / 10);
    assertThat(refusals).isGreaterThan(SEEDS / 10);
  }

  @Test
  void aKillAtAnyInstantLosesNothingWhateverIsThere() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      MovingWorld world = world(random);
      List<String> from = world.from.held();
      List<String> to = world.to.held();
      if (!world.process().plan(FROM, TO, Optional.empty()).obstacles().isEmpty()) {
        continue;
      }
      world.fuse.killAt(1 + random.nextInt(60));
      try {
        world.move();
      } catch (Fuse.Killed e) {
        assertThat(world.fuse.isBlown()).isTrue();
      }
      world.fuse.mend();
      assertThat(Stream.concat(world.from.held().stream(), world.to.held().stream()))
          .as("seed " + seed)
          .containsAll(from)
          .containsAll(to);
      if (world.journal.noted().isPresent()) {
        world.undo();
      }
      assertThat(world.from.held()).as("seed " + seed).isEqualTo(from);
      assertThat(world.to.held()).as("seed " + seed).isEqualTo(to);
    }
  }
}
