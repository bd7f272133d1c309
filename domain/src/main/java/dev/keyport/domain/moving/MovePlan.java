package dev.keyport.domain.moving;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.store.Reach;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreTraits;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a move would do. No secret is in it.
 *
 * @param from the store they are in: its scheme and resolved place
 * @param to the store they go to
 * @param moving what would be written to it
 * @param alreadyThere what it has already, with the same secret: only removed from the first
 * @param obstacles what can't be moved, and why
 * @param oneWay of those that would be moved, what the first store could not take back
 * @param fromTraits what the first store can
 * @param toTraits what the second store can
 */
public record MovePlan(
    StoreSpec from,
    StoreSpec to,
    List<CredentialId> moving,
    List<CredentialId> alreadyThere,
    List<Obstacle> obstacles,
    List<CredentialId> oneWay,
    StoreTraits fromTraits,
    StoreTraits toTraits) {
  public MovePlan {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    moving = List.copyOf(moving);
    alreadyThere = List.copyOf(alreadyThere);
    obstacles = List.copyOf(obstacles);
    oneWay = List.copyOf(oneWay);
    Objects.requireNonNull(fromTraits, "fromTraits");
    Objects.requireNonNull(toTraits, "toTraits");
  }

  /** What would be gone from the first store and be in the second. */
  public List<CredentialId> ids() {
    return Stream.concat(moving.stream(), alreadyThere.stream()).toList();
  }

  /** Whether there is nothing to do, and nothing in the way either. */
  public boolean isEmpty() {
    return moving.isEmpty() && alreadyThere.isEmpty() && obstacles.isEmpty();
  }

  /**
   * Goes on only where nothing is in the way.
   *
   * @throws MoveRefusedException naming what is
   */
  public void requireClear() {
    if (!obstacles.isEmpty()) {
      throw new MoveRefusedException(obstacles);
    }
  }

  /** The error that the move would end in; empty where nothing is in its way. */
  public Optional<ErrorCode> refusal() {
    return obstacles.isEmpty()
        ? Optional.empty()
        : Optional.of(new MoveRefusedException(obstacles).code());
  }

  /** Whether curl and git, which read the first store by themselves, don't read the second. */
  public boolean hidesFromTools() {
    return fromTraits.reach() == Reach.TOOLS && toTraits.reach() != Reach.TOOLS;
  }

  /** Whether programs of the person's can read the secrets there that can't where they are. */
  public boolean opensToPrograms() {
    return fromTraits.encrypted() && !toTraits.encrypted();
  }
}
