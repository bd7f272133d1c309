package dev.keyport.domain.moving;

import static dev.keyport.domain.moving.MovingWorld.FROM;
import static dev.keyport.domain.moving.MovingWorld.ONE_LOGIN_A_HOST;
import static dev.keyport.domain.moving.MovingWorld.TO;
import static dev.keyport.domain.moving.MovingWorld.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.NotFoundException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.store.InMemoryTokenStore;
import dev.keyport.domain.store.Reach;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreTraits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Moves that nothing cuts short. */
class MoveCredentialsTest {
  private final MovingWorld world = new MovingWorld();

  @BeforeEach
  void twoLogins() {
    world.from.put("api.example", "ann", "one");
    world.from.put("git.example", "ann", "one");
    world.know(FROM, "api.example", "ann", "one");
  }

  private MovePlan plan() {
    return world.process().plan(FROM, TO, Optional.empty());
  }

  @Test
  void everythingIsMovedWithWhatIsKnownOfIt() {
    Moved moved = world.move();

    assertThat(moved.moved()).containsExactly(id("api.example", "ann"), id("git.example", "ann"));
    assertThat(moved.left()).isEmpty();
    assertThat(world.from.held()).isEmpty();
    assertThat(world.to.held()).containsExactly("ann@api.example=one", "ann@git.example=one");
    assertThat(world.authorization(TO, "api.example", "ann")).contains("authorization-of-one");
    assertThat(world.authorization(FROM, "api.example", "ann")).isEmpty();
  }

  @Test
  void takingItBackRestoresBothStores() {
    world.to.put("other.example", "bob", "two");
    world.move();

    Moved back = world.undo();

    assertThat(back.from()).isEqualTo(TO);
    assertThat(back.moved()).hasSize(2);
    assertThat(world.from.held()).containsExactly("ann@api.example=one", "ann@git.example=one");
    assertThat(world.to.held()).containsExactly("bob@other.example=two");
    assertThat(world.authorization(FROM, "api.example", "ann")).contains("authorization-of-one");
    assertThat(world.authorization(TO, "api.example", "ann")).isEmpty();
    assertThatExceptionOfType(NotFoundException.class).isThrownBy(world::undo);
  }

  @Test
  void aPlanChangesNothing() {
    MovePlan plan = plan();

    assertThat(plan.moving()).hasSize(2);
    assertThat(plan.obstacles()).isEmpty();
    assertThat(world.from.held()).hasSize(2);
    assertThat(world.to.held()).isEmpty();
    assertThat(world.journal.noted()).isEmpty();
  }

  @Test
  void onlyTheHostAskedForIsMoved() {
    MoveCredentials moving = world.process();

    moving.move(moving.plan(FROM, TO, Optional.of(Host.parse("GIT.example"))));

    assertThat(world.from.held()).containsExactly("ann@api.example=one");
    assertThat(world.to.held()).containsExactly("ann@git.example=one");
  }

  @Test
  void whatCameAfterThePlanStays() {
    MovePlan plan = plan();
    world.from.put("late.example", "ann", "three");

    world.process().move(plan);

    assertThat(world.from.held()).containsExactly("ann@late.example=three");
  }

  @Test
  void whatTheTargetHasAlreadyIsRemovedAndComesBackToBoth() {
    world.to.put("api.example", "ann", "one");
    assertThat(plan().alreadyThere()).containsExactly(id("api.example", "ann"));

    world.move();
    assertThat(world.from.held()).isEmpty();

    world.undo();
    assertThat(world.from.held()).containsExactly("ann@api.example=one", "ann@git.example=one");
    assertThat(world.to.held()).containsExactly("ann@api.example=one");
  }

  private MoveRefusedException refusal() {
    MoveRefusedException refusal =
        catchThrowableOfType(MoveRefusedException.class, () -> world.move());
    assertThat(world.from.held()).containsExactly("ann@api.example=one", "ann@git.example=one");
    assertThat(world.journal.noted()).isEmpty();
    return refusal;
  }

  @Test
  void anotherSecretInTheTargetIsNamedAndNothingIsMoved() {
    world.to.put("git.example", "ann", "another");

    MoveRefusedException refusal = refusal();

    assertThat(refusal.code()).isEqualTo(ErrorCode.FAILED);
    assertThat(refusal)
        .hasMessage("new has ann at git.example already, with another secret; nothing was moved");
    assertThat(refusal.hint().orElseThrow()).contains("credentials:remove git.example --store new");
    assertThat(world.to.held()).containsExactly("ann@git.example=another");
  }

  @Test
  void aLoginThatWouldBeDisplacedIsNamedAndNothingIsMoved() {
    world.to.with(ONE_LOGIN_A_HOST).put("git.example", "bob", "bobs");

    assertThat(refusal().obstacles())
        .extracting(Obstacle::kind)
        .containsExactly(Obstacle.Kind.OTHER_LOGIN);
    assertThat(world.to.held()).containsExactly("bob@git.example=bobs");
  }

  @Test
  void severalLoginsOfAHostAreNamedWhereOneIsKept() {
    world.to.with(ONE_LOGIN_A_HOST);
    world.from.put("two.example", "ann", "1");
    world.from.put("two.example", "bob", "2");

    MoveRefusedException refusal =
        catchThrowableOfType(MoveRefusedException.class, () -> world.move());

    assertThat(refusal.code()).isEqualTo(ErrorCode.UNREPRESENTABLE);
    assertThat(refusal.obstacles())
        .extracting(Obstacle::id)
        .containsExactly(id("two.example", "ann"), id("two.example", "bob"));
    assertThat(world.from.held()).hasSize(4);
    assertThat(world.to.held()).isEmpty();
  }

  @Test
  void aSecretThatIsTooLongIsNamedAndNothingIsMoved() {
    world.to.with(new StoreTraits(true, 2, true, Reach.KEYPORT));

    MoveRefusedException refusal = refusal();

    assertThat(refusal.code()).isEqualTo(ErrorCode.UNREPRESENTABLE);
    assertThat(refusal).hasMessageContaining("ann at api.example").hasMessageNotContaining("one");
    assertThat(world.to.held()).isEmpty();
  }

  @Test
  void whatCouldNotComeBackIsNamed() {
    world.from.with(ONE_LOGIN_A_HOST);
    world.from.put("api.example", "bob", "two");

    assertThat(plan().oneWay()).containsExactly(id("api.example", "ann"), id("api.example", "bob"));
  }

  @Test
  void aMoveOntoItselfIsRefused() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> world.process().plan(FROM, FROM, Optional.empty()))
        .withMessage("old can't be moved onto itself");
  }

  @Test
  void aStoreThatKeepsNothingIsNoTarget() {
    MoveCredentials moving =
        new MoveCredentials(
            spec -> spec.equals(FROM) ? world.from : new InMemoryTokenStore(),
            world.known,
            world.journal);

    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> moving.plan(FROM, TO, Optional.empty()))
        .withMessageContaining("would be lost");
  }

  @Test
  void aLockedStoreEndsIt() {
    world.to.breakWith(new StoreException.Locked("new is locked", "unlock it"));

    assertThatExceptionOfType(StoreException.Locked.class).isThrownBy(() -> world.move());
    assertThat(world.from.held()).hasSize(2);
  }

  @Test
  void anEmptyStoreMovesNothingAndForgetsNoEarlierMove() {
    world.move();

    assertThat(plan().isEmpty()).isTrue();
    assertThat(world.move().moved()).isEmpty();
    assertThat(world.undo().moved()).hasSize(2);
  }

  @Test
  void whatIsWrittenToTheSourceMeanwhileStaysThereAlone() {
    world.to.afterSave(() -> world.from.put("api.example", "ann", "renewed"));

    Moved moved = world.move();

    assertThat(moved.moved()).containsExactly(id("git.example", "ann"));
    assertThat(moved.left()).extracting(Obstacle::kind).containsExactly(Obstacle.Kind.CHANGED);
    assertThat(world.from.held()).containsExactly("ann@api.example=renewed");
    assertThat(world.to.held()).containsExactly("ann@git.example=one");
  }

  @Test
  void whatIsWrittenToTheSourceAtTheLastInstantIsNotRemoved() {
    world.from.beforeRemoval(() -> world.from.put("api.example", "ann", "renewed"));

    Moved moved = world.move();

    assertThat(moved.moved()).containsExactly(id("git.example", "ann"));
    assertThat(moved.left()).extracting(Obstacle::kind).containsExactly(Obstacle.Kind.CHANGED);
    assertThat(world.from.held()).containsExactly("ann@api.example=renewed");
  }

  @Test
  void whatIsWrittenToTheTargetMeanwhileIsNotTheCopyAndNothingOfItIsLost() {
    world.to.afterSave(() -> world.to.put("api.example", "ann", "theirs"));

    Moved moved = world.move();

    assertThat(moved.left()).extracting(Obstacle::kind).containsExactly(Obstacle.Kind.CHANGED);
    assertThat(world.from.held()).containsExactly("ann@api.example=one");
    assertThat(world.to.held()).containsExactly("ann@api.example=theirs", "ann@git.example=one");
  }

  @Test
  void twoNamesOfOnePlaceThatNothingToldApartLoseNothing() {
    world.from.beforeRemoval(
        () -> {
          world.to.drop("api.example", "ann");
          world.to.drop("git.example", "ann");
        });

    assertThatExceptionOfType(StoreException.Unavailable.class)
        .isThrownBy(() -> world.move())
        .withMessageContaining("as if they were one place");
    assertThat(world.from.held()).containsExactly("ann@api.example=one", "ann@git.example=one");
  }

  @Test
  void aTokenRenewedAfterTheMoveComesBackRenewed() {
    world.move();
    world.to.put("api.example", "ann", "renewed");

    world.undo();

    assertThat(world.from.held()).containsExactly("ann@api.example=renewed", "ann@git.example=one");
    assertThat(world.to.held()).isEmpty();
  }

  @Test
  void whatTheFirstStoreHasOtherwiseByNowIsLeftAndTold() {
    world.move();
    world.from.put("api.example", "ann", "new login");

    Moved back = world.undo();

    assertThat(back.moved()).containsExactly(id("git.example", "ann"));
    assertThat(back.left()).extracting(Obstacle::kind).containsExactly(Obstacle.Kind.OTHER_SECRET);
    assertThat(world.from.held())
        .containsExactly("ann@api.example=new login", "ann@git.example=one");
    assertThat(world.to.held()).containsExactly("ann@api.example=one");
  }

  @Test
  void whatIsKnownOfAnotherTokenIsNotCarriedOver() {
    world.know(FROM, "git.example", "ann", "an older one");

    world.move();

    assertThat(world.authorization(TO, "git.example", "ann")).isEmpty();
  }

  @Test
  void nothingOfAMovePrintsASecret() {
    world.from.put("canary.example", "ann", "canary-of-a-secret");
    MovePlan plan = plan();

    String printed = plan + " " + world.process().move(plan) + world.journal.noted();

    assertThat(printed).doesNotContain("canary-of-a-secret");
    assertThat(world.undo().toString()).doesNotContain("canary-of-a-secret");
  }

  @Test
  void aMoveToToolsAndOneFromThemSayWhatChanges() {
    world.to.with(ONE_LOGIN_A_HOST);
    assertThat(plan().opensToPrograms()).isTrue();
    assertThat(plan().hidesFromTools()).isFalse();

    world.from.with(ONE_LOGIN_A_HOST);
    world.to.with(new StoreTraits(true, 1000, true, Reach.KEYPORT));
    assertThat(plan().opensToPrograms()).isFalse();
    assertThat(plan().hidesFromTools()).isTrue();
  }

  @Test
  void idsAreListedOnceInTheStoresOrder() {
    assertThat(plan().ids()).isEqualTo(List.of(id("api.example", "ann"), id("git.example", "ann")));
  }
}
