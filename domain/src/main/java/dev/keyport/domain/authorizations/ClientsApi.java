package dev.keyport.domain.authorizations;

import dev.keyport.domain.credential.Secret;
import java.util.List;

/**
 * The API's OAuth clients of an account. Thread-safe; throws the types of {@link
 * dev.keyport.domain.auth.ApiException}.
 */
public interface ClientsApi {
  /** The clients that the account registered. */
  List<OAuthClient> clients(Secret token);

  /**
   * A client. That of another account can be seen too, without its secret.
   *
   * @throws dev.keyport.domain.auth.ApiException.NotFound when there is none of this id
   */
  OAuthClient client(Secret token, String id);

  /**
   * Registers a client.
   *
   * @return it, with its secret
   */
  OAuthClient createClient(Secret token, String name, String redirectUri);

  /**
   * Changes what is given of a client.
   *
   * @throws dev.keyport.domain.auth.ApiException.NotFound when the account has none of this id
   */
  OAuthClient updateClient(Secret token, String id, ClientChange change);

  /**
   * Puts a new secret in the place of the old one, which is dead from then on.
   *
   * @return it, with its secret
   * @throws dev.keyport.domain.auth.ApiException.NotFound when the account has none of this id
   */
  OAuthClient rotateClient(Secret token, String id);

  /**
   * Removes a client.
   *
   * @return it, as it was
   * @throws dev.keyport.domain.auth.ApiException.NotFound when the account has none of this id
   */
  OAuthClient removeClient(Secret token, String id);
}
