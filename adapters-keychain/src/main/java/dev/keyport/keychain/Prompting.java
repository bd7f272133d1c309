package dev.keyport.keychain;

import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Whether a person may be asked to unlock the keychain, and for how long he may take.
 *
 * @param allowed whether a window may be shown
 * @param patience how long it is waited for
 * @param notices takes that a window waits: it may be behind others
 */
record Prompting(boolean allowed, Duration patience, Consumer<String> notices) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** By the policy: where it says "if visible", a display counts, not a terminal. */
  static Prompting of(StoreContext context) {
    InteractionPolicy policy = context.policy();
    boolean allowed =
        policy == InteractionPolicy.ALWAYS
            || (policy == InteractionPolicy.IF_VISIBLE && hasDisplay(context.machine()));
    return new Prompting(allowed, PATIENCE, context.notices());
  }

  private static boolean hasDisplay(Machine machine) {
    return machine.isMac()
        || machine.isWindows()
        || machine.variable("DISPLAY").isPresent()
        || machine.variable("WAYLAND_DISPLAY").isPresent();
  }
}
