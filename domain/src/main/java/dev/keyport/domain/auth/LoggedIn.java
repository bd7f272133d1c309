package dev.keyport.domain.auth;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.store.Reach;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.token.FoundToken;
import dev.keyport.domain.token.Metadata;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A login that was done and kept.
 *
 * @param account the account's address
 * @param store where it was kept
 * @param reach who finds it there
 * @param saved the ids it was kept under, the API host's first
 * @param expiresAt when it ends; empty when it does not, or nobody said
 * @param replaced the login of the same host that it took the place of; empty when there was none
 */
public record LoggedIn(
    String account,
    StoreSpec store,
    Reach reach,
    List<CredentialId> saved,
    Optional<Instant> expiresAt,
    Optional<Replaced> replaced) {
  public LoggedIn {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(reach, "reach");
    saved = List.copyOf(saved);
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(replaced, "replaced");
  }

  /**
   * A login that is no longer stored, and whose token the API still takes.
   *
   * @param token as it was found
   */
  public record Replaced(FoundToken token) {
    public Replaced {
      Objects.requireNonNull(token, "token");
    }

    /** Whose it was. */
    public String account() {
      return token.account().orElse("an unnamed account");
    }

    /** How to revoke it; empty when that isn't known. */
    public Optional<String> authorizationId() {
      return token.metadata().flatMap(Metadata::authorizationId);
    }
  }
}
