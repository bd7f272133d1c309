package dev.keyport.domain.moving;

import dev.keyport.domain.settings.ResolvedSetting;
import dev.keyport.domain.settings.SettingName;
import dev.keyport.domain.store.Reach;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.StoreStatus;
import dev.keyport.domain.store.StoreTraits;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A store that is to be used from now on, looked at.
 *
 * @param setting where that is written down
 * @param value what is written
 * @param places the stores it names, with their resolved places; the first is written to
 * @param traits what the first can
 * @param status the state of the first
 * @param before the place of the store that is written to now; empty where that can't be opened
 * @param beforeTraits what that one can
 * @param overriding what is asked before the setting, so that it does not count; empty where
 *     nothing is
 */
public record StoreChoice(
    SettingName setting,
    String value,
    List<StoreSpec> places,
    StoreTraits traits,
    StoreStatus status,
    Optional<StoreSpec> before,
    Optional<StoreTraits> beforeTraits,
    Optional<ResolvedSetting> overriding) {
  public StoreChoice {
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(value, "value");
    places = List.copyOf(places);
    Objects.requireNonNull(traits, "traits");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(beforeTraits, "beforeTraits");
    Objects.requireNonNull(overriding, "overriding");
  }

  /** The store that will be written to. */
  public StoreSpec first() {
    return places.get(0);
  }

  /** The store that would no longer be read, from which there may be something to move. */
  public Optional<StoreSpec> leaving() {
    return before.filter(place -> !places.contains(place));
  }

  /** Whether curl and git find by themselves what is saved now, and will not then. */
  public boolean hidesFromTools() {
    return traits.reach() != Reach.TOOLS
        && beforeTraits.filter(now -> now.reach() == Reach.TOOLS).isPresent();
  }

  /** Whether what is saved now is encrypted, and will not be then. */
  public boolean opensToPrograms() {
    return !traits.encrypted() && beforeTraits.filter(StoreTraits::encrypted).isPresent();
  }
}
