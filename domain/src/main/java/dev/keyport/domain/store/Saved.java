package dev.keyport.domain.store;

import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.CredentialId;
import java.util.List;

/**
 * What a save changed.
 *
 * @param saved the ids that now have the new secret, in the order given
 * @param displaced what was there before and is no longer: the old secret of a saved id, and the
 *     entry of another login where the store keeps one a host
 */
public record Saved(List<CredentialId> saved, List<Credential> displaced) {
  public Saved {
    saved = List.copyOf(saved);
    displaced = List.copyOf(displaced);
  }
}
