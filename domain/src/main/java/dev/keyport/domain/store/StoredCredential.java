package dev.keyport.domain.store;

import dev.keyport.domain.credential.Credential;
import java.util.Objects;

/**
 * A credential and the store it was found in.
 *
 * @param store that one store, also where it is one of several in order
 * @param credential the credential
 */
public record StoredCredential(StoreSpec store, Credential credential) {
  public StoredCredential {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(credential, "credential");
  }
}
