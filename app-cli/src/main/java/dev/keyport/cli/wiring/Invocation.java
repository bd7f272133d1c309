package dev.keyport.cli.wiring;

import dev.keyport.cli.io.Streams;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import java.util.Objects;

/**
 * What one run of the command knows from outside.
 *
 * @param machine the environment, home folder and operating system
 * @param options the options given
 * @param streams the standard streams
 * @param person the person at the terminal
 */
public record Invocation(
    Machine machine, GlobalOptions options, Streams streams, Interaction person) {
  public Invocation {
    Objects.requireNonNull(machine, "machine");
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(streams, "streams");
    Objects.requireNonNull(person, "person");
  }

  InteractionPolicy policy() {
    return options.noInput() ? InteractionPolicy.NEVER : InteractionPolicy.IF_VISIBLE;
  }
}
