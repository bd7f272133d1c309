package dev.keyport.domain.auth;

import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.settings.Machine;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What an API may know of who calls it.
 *
 * @param endpoints where the services are
 * @param machine whose proxy variables and certificates count
 * @param timeout how long a call may take as a whole; more than zero
 * @param userAgent the {@code User-Agent} header (RFC 9110, section 10.1.5); printable ASCII
 * @param notices takes what a person should know though the call succeeded, a sentence each, no
 *     secret in it; may be called by several threads
 */
public record ApiContext(
    Endpoints endpoints,
    Machine machine,
    Duration timeout,
    String userAgent,
    Consumer<String> notices) {
  public ApiContext {
    Objects.requireNonNull(endpoints, "endpoints");
    Objects.requireNonNull(machine, "machine");
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(userAgent, "userAgent");
    Objects.requireNonNull(notices, "notices");
  }
}
