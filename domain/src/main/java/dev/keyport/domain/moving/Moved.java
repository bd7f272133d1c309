package dev.keyport.domain.moving;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.store.StoreSpec;
import java.util.List;
import java.util.Objects;

/**
 * What became of a move. No secret is in it.
 *
 * @param from the store they were in
 * @param to the store they are in now
 * @param moved what is gone from the first and is in the second
 * @param left what was to be moved and stayed, and why
 */
public record Moved(StoreSpec from, StoreSpec to, List<CredentialId> moved, List<Obstacle> left) {
  public Moved {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    moved = List.copyOf(moved);
    left = List.copyOf(left);
  }
}
