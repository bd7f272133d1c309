package dev.keyport.domain.store;

import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a store may know of where it runs.
 *
 * @param machine the environment, home folder and operating system
 * @param policy whether a person may be prompted, by an unlock window say
 * @param timeout how long one call may take
 * @param notices takes what a person should know though the call succeeded, a sentence each, no
 *     secret in it; called from the calling thread
 */
public record StoreContext(
    Machine machine, InteractionPolicy policy, Duration timeout, Consumer<String> notices) {
  public StoreContext {
    Objects.requireNonNull(machine, "machine");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(notices, "notices");
  }

  /** If-visible policy, ten seconds a call, notices dropped. */
  public static StoreContext of(Machine machine) {
    return new StoreContext(
        machine, InteractionPolicy.IF_VISIBLE, Duration.ofSeconds(10), notice -> {});
  }
}
