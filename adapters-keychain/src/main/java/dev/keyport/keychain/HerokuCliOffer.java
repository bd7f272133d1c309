package dev.keyport.keychain;

import dev.keyport.domain.auth.CredentialOffer;
import dev.keyport.domain.credential.Credential;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.interaction.InteractionPolicy;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.store.StoreContext;
import dev.keyport.domain.store.StoreException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Offers the login that the heroku CLI keeps in the desktop's keyring. It is looked for only where
 * a session bus is announced, and for two seconds at most.
 */
public final class HerokuCliOffer implements CredentialOffer {
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final Machine machine;
  private final HerokuCliItem item;

  /** What this machine's user has; nothing is opened yet. */
  public HerokuCliOffer(Machine machine) {
    this.machine = Objects.requireNonNull(machine, "machine");
    this.item =
        new HerokuCliItem(
            new StoreContext(machine, InteractionPolicy.NEVER, LONGEST, notice -> {}));
  }

  @Override
  public String program() {
    return "the heroku CLI";
  }

  @Override
  public Optional<String> account() {
    if (machine.isMac() || machine.isWindows()) {
      return Optional.empty();
    }
    try {
      // Raised before any of the D-Bus library is loaded.
      Objects.requireNonNull(SessionBusAddress.of(machine));
      return item.emails().stream().findFirst();
    } catch (StoreException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Credential> find(String account, Host host) {
    return item.find(account, host);
  }
}
