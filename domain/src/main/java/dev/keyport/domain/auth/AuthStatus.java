package dev.keyport.domain.auth;

import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.token.FoundToken;
import java.util.Objects;
import java.util.Optional;

/**
 * How things stand: the store, the token in force, and what the API says of it.
 *
 * @param store the store logins are kept in
 * @param storeStatus its state
 * @param token the token in force; empty when there is none, or the store can't answer
 * @param account the account, as the API tells it; empty when it was not asked or refused
 * @param problem what is in the way of calling the API; empty when nothing is
 */
public record AuthStatus(
    StoreSpec store,
    StoreStatus storeStatus,
    Optional<FoundToken> token,
    Optional<Account> account,
    Optional<KeyportException> problem) {
  public AuthStatus {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(storeStatus, "storeStatus");
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(problem, "problem");
  }

  /** What the API says of the token, in a word. */
  public Validity validity() {
    if (account.isPresent()) {
      return Validity.VALID;
    }
    if (token.isEmpty()) {
      return problem.filter(StoreException.class::isInstance).isPresent()
          ? Validity.UNKNOWN
          : Validity.NONE;
    }
    return problem.filter(ApiException.Rejected.class::isInstance).isPresent()
        ? Validity.REFUSED
        : Validity.UNKNOWN;
  }

  /** What the API says of a token. */
  public enum Validity {
    /** The API took it. */
    VALID,
    /** The API refused it. */
    REFUSED,
    /** The API could not be asked, or the store did not say whether there is a token. */
    UNKNOWN,
    /** There is no token to ask about. */
    NONE
  }
}
