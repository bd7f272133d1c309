package dev.keyport.domain.configuration;

import java.util.Objects;
import java.util.Optional;

/**
 * A profile that names an account.
 *
 * @param name the profile's
 * @param account the login it uses
 * @param store where that is kept, as the profile says; empty where it leaves that to others
 * @param inUse whether it is the profile in use
 */
public record AccountProfile(String name, String account, Optional<String> store, boolean inUse) {
  public AccountProfile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(store, "store");
  }
}
