package dev.keyport.domain.auth;

import java.util.Objects;
import java.util.Optional;

/** What logging out did to a token at the API. */
public sealed interface Revocation {
  /**
   * It is dead.
   *
   * @param authorizationId the authorization that was ended; empty for a browser session
   */
  record Revoked(Optional<String> authorizationId) implements Revocation {
    public Revoked {
      Objects.requireNonNull(authorizationId, "authorizationId");
    }
  }

  /** It was dead before. */
  record AlreadyInvalid() implements Revocation {}

  /**
   * It still works.
   *
   * @param why one sentence
   * @param authorizationId how to revoke it later; empty when that isn't known
   */
  record StillValid(String why, Optional<String> authorizationId) implements Revocation {
    public StillValid {
      Objects.requireNonNull(why, "why");
      Objects.requireNonNull(authorizationId, "authorizationId");
    }
  }
}
