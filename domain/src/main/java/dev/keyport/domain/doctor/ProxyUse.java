package dev.keyport.domain.doctor;

import java.util.Objects;
import java.util.Optional;

/**
 * Which proxy an address is asked through. No user or password of it is in here.
 *
 * @param variable the variable that names the proxy, or that makes an exception of the address;
 *     empty where none does either
 * @param address the proxy's host and port; empty where the address is asked directly
 * @param hasUser whether the variable's value has a user, and so a password perhaps
 */
public record ProxyUse(Optional<String> variable, Optional<String> address, boolean hasUser) {
  public ProxyUse {
    Objects.requireNonNull(variable, "variable");
    Objects.requireNonNull(address, "address");
  }
}
