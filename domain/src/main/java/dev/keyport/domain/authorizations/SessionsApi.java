package dev.keyport.domain.authorizations;

import dev.keyport.domain.credential.Secret;
import java.util.List;

/**
 * The API's browser sessions of an account. Thread-safe; throws the types of {@link
 * dev.keyport.domain.auth.ApiException}.
 */
public interface SessionsApi {
  /** The account's sessions. */
  List<Session> sessions(Secret token);

  /**
   * Ends a session: its tokens are dead from then on.
   *
   * @return it, as it was
   * @throws dev.keyport.domain.auth.ApiException.NotFound when the account has none of this id
   */
  Session endSession(Secret token, String id);
}
