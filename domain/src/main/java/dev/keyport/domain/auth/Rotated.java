package dev.keyport.domain.auth;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.store.StoreSpec;
import java.util.List;
import java.util.Objects;

/**
 * A login that was rotated.
 *
 * @param login as it is kept now
 * @param before what became of each token that was stored before, the one in force first
 * @param left entries of the old login that the new one did not take the place of
 */
public record Rotated(LoggedIn login, List<Revocation> before, List<Left> left) {
  public Rotated {
    Objects.requireNonNull(login, "login");
    before = List.copyOf(before);
    left = List.copyOf(left);
  }

  /**
   * An entry that still has the old token, in a store of the list that is read and not written.
   *
   * @param store which
   * @param id the entry
   */
  public record Left(StoreSpec store, CredentialId id) {
    public Left {
      Objects.requireNonNull(store, "store");
      Objects.requireNonNull(id, "id");
    }
  }
}
