package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;
import java.time.Duration;

/**
 * The service for logins in the browser: it gives a page for the person, and the token once they
 * are done there. Implementations are safe for use by several threads.
 */
public interface BrowserLoginApi extends AutoCloseable {
  /**
   * Begins a login.
   *
   * @param description what the session is called in the account's list
   * @throws ApiException when the service can't be reached, refuses, or makes no sense
   */
  BegunLogin begin(String description);

  /**
   * Waits for the person to be done.
   *
   * @param atMost how long the service is asked
   * @return the token of the session just made
   * @throws ApiException.Rejected when the login was refused in the browser
   * @throws ApiException.Network when nobody was done in time, or the service can't be reached
   * @throws ApiException when the service refuses, or makes no sense
   */
  Secret await(BegunLogin login, Duration atMost);

  /** Lets go of connections; idempotent. */
  @Override
  default void close() {}
}
