package dev.keyport.domain.keys;

import dev.keyport.domain.credential.Secret;
import java.util.List;

/**
 * The API's SSH keys of an account. Thread-safe; throws the types of {@link
 * dev.keyport.domain.auth.ApiException}.
 */
public interface KeysApi {
  /** The account's keys. */
  List<AccountKey> keys(Secret token);

  /**
   * Adds a key.
   *
   * @throws dev.keyport.domain.auth.ApiException.Invalid when the API does not take it, as when an
   *     account has it already
   */
  AccountKey addKey(Secret token, SshPublicKey key);

  /**
   * Removes a key.
   *
   * @param id the key's id
   * @throws dev.keyport.domain.auth.ApiException.NotFound when the account has none of this id
   */
  void removeKey(Secret token, String id);
}
