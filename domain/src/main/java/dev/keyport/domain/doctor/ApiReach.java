package dev.keyport.domain.doctor;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The port to the API for one who has no token: whether it is there at all. */
@FunctionalInterface
public interface ApiReach {
  /**
   * Asks once, without a token, and sees that it is the API that answers.
   *
   * @throws dev.keyport.domain.auth.ApiException when it can't be reached, or something else
   *     answers in its place
   * @throws dev.keyport.domain.error.UsageException when a proxy variable or {@code SSL_CERT_FILE}
   *     can't be used
   */
  Reached ask();

  /**
   * The API's answer.
   *
   * @param at this machine's time when it came
   * @param serverTime what the API's {@code Date} header says (RFC 9110, 6.6.1), to the second
   * @param tls the version of TLS; empty over plain http
   */
  record Reached(Instant at, Optional<Instant> serverTime, Optional<String> tls) {
    public Reached {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(serverTime, "serverTime");
      Objects.requireNonNull(tls, "tls");
    }
  }
}
