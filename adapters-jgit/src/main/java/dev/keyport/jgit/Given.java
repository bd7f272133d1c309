package dev.keyport.jgit;

import dev.keyport.domain.credential.Credential;

/**
 * What a thread was given last, so that it is known again when the server refuses it.
 *
 * @param address what for
 * @param credential this object's own to wipe
 * @param refused whether it was refused
 */
record Given(Address address, Credential credential, boolean refused) {
  Given asRefused() {
    return new Given(address, credential, true);
  }

  void wipe() {
    credential.secret().close();
  }
}
