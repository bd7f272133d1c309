package dev.keyport.cli.wiring;

import dev.keyport.cli.io.Streams;
import dev.keyport.domain.interaction.Interaction;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.Machine;
import java.time.Duration;
import java.util.Objects;

/**
 * What one run of the command knows from outside.
 *
 * @param preferences the settings
 * @param options the options given
 * @param streams the standard streams
 * @param person the person at the terminal
 */
public record Invocation(
    Preferences preferences, GlobalOptions options, Streams streams, Interaction person) {
  public Invocation {
    Objects.requireNonNull(preferences, "preferences");
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(streams, "streams");
    Objects.requireNonNull(person, "person");
  }

  /** The environment, home folder and operating system. */
  public Machine machine() {
    return preferences.machine();
  }

  /** How long one call may take. */
  public Duration timeout() {
    return preferences.timeout();
  }

  /** The same run wired anew with other settings; what it opens is to be closed. */
  public KeyportComponent with(EffectiveSettings others) {
    return wired(others, false);
  }

  /** The same, for the login of an account that puts out no other's. */
  public KeyportComponent forNewAccount(EffectiveSettings others) {
    return wired(others, true);
  }

  private KeyportComponent wired(EffectiveSettings others, boolean newAccount) {
    return DaggerKeyportComponent.factory()
        .create(new Invocation(preferences.with(others, newAccount), options, streams, person));
  }

  InteractionPolicy policy() {
    return options.noInput() ? InteractionPolicy.NEVER : InteractionPolicy.IF_VISIBLE;
  }
}
