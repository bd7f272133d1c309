package dev.keyport.domain.auth;

import java.util.Objects;
import java.util.Optional;

/**
 * What the API wants a second factor's code for, though the token is valid.
 *
 * @param app the name or id of the app that a code opens to this token for some minutes; empty
 *     where the call itself is to bring the code
 * @param call the call that was refused, as {@code GET /apps/web}; no secret in it
 */
public record SecondFactorDemand(Optional<String> app, String call) {
  public SecondFactorDemand {
    Objects.requireNonNull(app, "app");
    Objects.requireNonNull(call, "call");
  }
}
