package dev.keyport.domain.authorizations;

import dev.keyport.domain.auth.Authorization;
import dev.keyport.domain.credential.Secret;

/**
 * What the API does with single authorizations beside making, listing and revoking them.
 * Thread-safe; throws the types of {@link dev.keyport.domain.auth.ApiException}.
 */
public interface AuthorizationsApi {
  /**
   * One authorization, also of those that the list leaves out.
   *
   * @throws dev.keyport.domain.auth.ApiException.NotFound when the account has none of this id
   */
  Authorization authorization(Secret token, String id);

  /**
   * Changes what is given of an authorization.
   *
   * @throws dev.keyport.domain.auth.ApiException.NotFound when the account has none of this id
   * @throws dev.keyport.domain.auth.ApiException.Invalid when the API does not take the change, as
   *     where the client's secret is wrong
   */
  Authorization update(Secret token, String id, AuthorizationChange change);

  /**
   * Puts new tokens in the place of the old ones, which are dead from then on.
   *
   * @return the authorization, with its token in full
   * @throws dev.keyport.domain.auth.ApiException.NotFound when the account has none of this id
   * @throws dev.keyport.domain.auth.ApiException.Forbidden when it belongs to a client or session
   */
  Authorization regenerate(Secret token, String id);
}
