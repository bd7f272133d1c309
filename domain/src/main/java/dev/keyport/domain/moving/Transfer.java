package dev.keyport.domain.moving;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStore;
import dev.keyport.domain.token.MetadataStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The two halves of a move in one direction. Each may be cut short anywhere and begun again on what
 * it left: a credential is removed only where the other store was just seen to have it.
 */
final class Transfer {
  private final TokenStore source;
  private final TokenStore target;
  private final MetadataStore metadata;
  private final Map<CredentialId, Obstacle> left = new LinkedHashMap<>();

  Transfer(TokenStore source, TokenStore target, MetadataStore metadata) {
    this.source = source;
    this.target = target;
    this.metadata = metadata;
  }

  /** What stayed, so far. */
  List<Obstacle> left() {
    return List.copyOf(left.values());
  }

  private void leave(CredentialId id, Obstacle.Kind kind, String what) {
    left.put(id, new Obstacle(id, kind, what, Optional.empty()));
  }

  /**
   * Writes to the target what it does not have, reads it back, compares it with the source by a
   * fresh read, and carries over what else is known of it. What the target has already, or can't
   * take, is left.
   */
  void copy(Collection<CredentialId> ids) {
    MovePlan plan = new Planning(source, target).plan(ids);
    plan.obstacles().forEach(obstacle -> left.put(obstacle.id(), obstacle));
    Map<CredentialId, Credential> written = new LinkedHashMap<>();
    for (CredentialId id : plan.moving()) {
      Planning.exactly(source, id).ifPresent(found -> written.put(id, found));
    }
    if (!written.isEmpty()) {
      target.save(written.values());
    }
    for (CredentialId id : plan.ids()) {
      compare(id, Optional.ofNullable(written.get(id)));
    }
  }

  private void compare(CredentialId id, Optional<Credential> written) {
    Optional<Credential> here = Planning.exactly(source, id);
    Optional<Credential> there = Planning.exactly(target, id);
    if (here.isEmpty()) {
      return;
    }
    if (there.filter(here.get()::isSameLogin).isPresent()) {
      carry(source.spec(), target.spec(), here.get());
      return;
    }
    // The copy is of what the source no longer says, and nobody else's.
    written.ifPresent(copy -> target.removeUnchanged(List.of(copy)));
    leave(
        id,
        Obstacle.Kind.CHANGED,
        Planning.named(id)
            + " was changed by another program meanwhile, and stays in "
            + source.spec());
  }

  /** What is known of another token is not believed, and stays where it is. */
  private void carry(StoreSpec from, StoreSpec to, Credential credential) {
    metadata
        .find(from, credential.id())
        .filter(known -> known.describes(credential.secret()))
        .ifPresent(known -> metadata.save(to, credential.id(), known));
  }

  /**
   * Removes from the source what the target has with the same secret.
   *
   * @param ids those that were copied
   * @param staying of these, those that stay in the source too
   * @return what is in the target now
   */
  List<CredentialId> remove(Collection<CredentialId> ids, Collection<CredentialId> staying) {
    List<Credential> leaving = new ArrayList<>();
    Set<CredentialId> arrived = new LinkedHashSet<>();
    for (CredentialId id : ids) {
      if (left.containsKey(id)) {
        continue;
      }
      Optional<Credential> here = Planning.exactly(source, id);
      Optional<Credential> there = Planning.exactly(target, id);
      if (there.isPresent() && (here.isEmpty() || staying.contains(id))) {
        arrived.add(id);
      } else if (there.isPresent() && here.get().isSameLogin(there.get())) {
        leaving.add(there.get());
      } else if (here.isPresent()) {
        leaveChanged(id, there.isPresent());
      } else {
        leave(
            id,
            Obstacle.Kind.GONE,
            Planning.named(id) + " was removed by another program meanwhile");
      }
    }
    arrived.addAll(remove(leaving));
    for (CredentialId id : arrived) {
      if (!staying.contains(id)) {
        metadata.remove(source.spec(), id);
      }
    }
    return ids.stream().filter(arrived::contains).toList();
  }

  private void leaveChanged(CredentialId id, boolean inBoth) {
    leave(
        id,
        Obstacle.Kind.CHANGED,
        Planning.named(id)
            + " was changed by another program meanwhile, and stays in "
            + source.spec()
            + (inBoth ? "; " + target.spec() + " has it with another secret" : ""));
  }

  private List<CredentialId> remove(List<Credential> leaving) {
    if (leaving.isEmpty()) {
      return List.of();
    }
    List<CredentialId> removed = source.removeUnchanged(leaving);
    List<Credential> lost = new ArrayList<>();
    for (Credential credential : leaving) {
      if (!removed.contains(credential.id())) {
        leaveChanged(credential.id(), true);
      } else if (Planning.exactly(target, credential.id()).isEmpty()) {
        lost.add(credential);
      }
    }
    if (!lost.isEmpty()) {
      // Two names of one place that nothing told apart from two places.
      source.save(lost);
      throw new StoreException.Unavailable(
          "what was removed from "
              + source.spec()
              + " is gone from "
              + target.spec()
              + " too, as if they were one place; it was put back",
          "see whether both are the same file",
          null);
    }
    return removed;
  }
}
