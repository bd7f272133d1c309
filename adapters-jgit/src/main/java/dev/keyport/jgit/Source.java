package dev.keyport.jgit;

import dev.keyport.domain.credential.Credential;
import java.util.Optional;

/**
 * Where the credential for an address comes from; it is never for another. Its secret is the
 * caller's to close.
 */
interface Source {
  /** The credential to try first. */
  Optional<Credential> find(Address address);

  /** Another, once the server refused one: the store itself is asked. */
  Optional<Credential> other(Address address, Credential refused);

  /** Something was refused, it is not known what: the next {@link #find} asks the store itself. */
  void forget(Address address);
}
