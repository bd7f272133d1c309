package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The API's part in logging in and out. Implementations are safe for use by several threads; every
 * call ends within the time-outs they were given.
 *
 * <p>Every call throws a type of {@link ApiException} when the API can't be reached, refuses, or
 * answers something that makes no sense.
 */
public interface AuthApi extends AutoCloseable {
  /**
   * Exchanges a password for a token.
   *
   * @return the authorization, with its token in full
   * @throws ApiException.TwoFactorRequired when a code is needed and none was sent
   * @throws ApiException.Rejected when the password or the code is wrong
   */
  Authorization createAuthorization(PasswordLogin login);

  /**
   * Makes an authorization of the token's account.
   *
   * @param token what proves the right to do it
   * @return the authorization, with its token in full
   * @throws ApiException.Invalid when the API does not take what is wanted, as an unknown scope
   */
  Authorization createAuthorization(Secret token, NewAuthorization wanted);

  /**
   * The account of this token.
   *
   * @throws ApiException.Rejected when the token is not, or no longer, valid
   */
  Account account(Secret token);

  /**
   * How many requests the API takes of this token's account before it answers 429; asking is not
   * counted. Empty where the API does not say.
   */
  default OptionalInt remainingRequests(Secret token) {
    return OptionalInt.empty();
  }

  /** The account's authorizations but those of browser logins; their tokens may be masked. */
  List<Authorization> authorizations(Secret token);

  /** The account's default authorization, its "API key"; empty when it has none. */
  Optional<Authorization> defaultAuthorization(Secret token);

  /**
   * Makes an authorization's tokens invalid.
   *
   * @param token what proves the right to do it
   * @param id the authorization to end
   * @throws ApiException.NotFound when there is none of this id
   */
  void revokeAuthorization(Secret token, String id);

  /**
   * Ends the browser session that this token was made in.
   *
   * @return false when the token was not made in one
   */
  boolean endOwnSession(Secret token);

  /** Lets go of connections; idempotent. */
  @Override
  default void close() {}
}
