package dev.keyport.domain.auth;

import dev.keyport.domain.error.UsageException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An authorization wanted of an account whose token is at hand.
 *
 * @param description what it is called in the account's list; empty leaves the name to the API
 * @param scope what its token may do; empty means everything, as {@code global}
 * @param expiresIn how long it lasts, in whole seconds; empty means without end
 */
public record NewAuthorization(
    String description, List<String> scope, Optional<Duration> expiresIn) {
  public NewAuthorization {
    Objects.requireNonNull(description, "description");
    scope = List.copyOf(scope);
    Objects.requireNonNull(expiresIn, "expiresIn");
    if (scope.stream().anyMatch(String::isBlank)) {
      throw new UsageException("a scope is empty", "name scopes as read,write; see --help");
    }
  }
}
