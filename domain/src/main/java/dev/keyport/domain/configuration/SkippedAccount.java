package dev.keyport.domain.configuration;

import java.util.Objects;

/**
 * An account that is not taken over.
 *
 * @param name what the other program calls it
 * @param reason why, with the way out; no secret in it
 */
public record SkippedAccount(String name, String reason) {
  public SkippedAccount {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(reason, "reason");
  }
}
