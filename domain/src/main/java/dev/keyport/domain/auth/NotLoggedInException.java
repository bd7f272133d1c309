package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.ErrorCode;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.store.TokenStore;
import java.io.Serial;

/** There is no credential for the host. */
public final class NotLoggedInException extends KeyportException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * @param host the host that has none
   * @param store where it was looked for
   */
  public NotLoggedInException(Host host, TokenStore store) {
    super(
        ErrorCode.NOT_LOGGED_IN,
        "not logged in: "
            + store.spec()
            + " has no credential for "
            + host
            + store.incomplete(host).map(why -> ": " + why).orElse(""),
        "log in with: keyport login",
        null);
  }
}
