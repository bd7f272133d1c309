package dev.keyport.domain.token;

import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Machine;
import java.util.Objects;
import java.util.Optional;

/**
 * A token given in the environment. It wins over every store, and is never revoked and never
 * written.
 *
 * @param variable the variable it came from
 * @param token the token
 */
public record EnvironmentToken(String variable, Secret token) {
  /** The variable Heroku's tools read. */
  public static final String VARIABLE = "HEROKU_API_KEY";

  public EnvironmentToken {
    Objects.requireNonNull(variable, "variable");
    Objects.requireNonNull(token, "token");
  }

  /**
   * The token in {@value #VARIABLE}; an empty one counts as unset.
   *
   * @throws UsageException when it can't be a token: it has a blank or a character that is not
   *     printable ASCII
   */
  public static Optional<EnvironmentToken> of(Machine machine) {
    Optional<Secret> token = machine.variable(VARIABLE).map(String::strip).map(Secret::of);
    if (token.isPresent() && (token.get().isEmpty() || !token.get().isVisibleAscii())) {
      throw new UsageException(
          VARIABLE
              + " is set to something that is no API token: it has blanks, or characters that"
              + " are not printable ASCII",
          "set it to a token, or unset it");
    }
    return token.map(secret -> new EnvironmentToken(VARIABLE, secret));
  }
}
