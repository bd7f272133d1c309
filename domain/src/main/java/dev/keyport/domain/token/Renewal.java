package dev.keyport.domain.token;

import dev.keyport.domain.credential.Credential;
import java.util.Optional;

/**
 * Gets another credential in place of one that a server refused and the store has no other for: by
 * logging in anew, say, or by a refresh token. Called by one thread at a time, whichever came
 * first; the others wait for its answer and share it, a failure too.
 */
@FunctionalInterface
public interface Renewal {
  /**
   * Renews. Whoever wants the new one kept stores it: once the time of the {@link CachedCredential}
   * is over, it is the store that is asked.
   *
   * @param refused what the store has; empty when it has none
   * @return empty when there is no other
   * @throws RuntimeException whatever it likes; each thread that waits gets it
   */
  Optional<Credential> renew(Optional<Credential> refused);
}
