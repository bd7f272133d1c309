package dev.keyport.domain.doctor;

import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.store.StoreSpec;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Whether the configuration can be read and names stores. */
public final class SettingsCheck implements Check {
  private final Supplier<EffectiveSettings> opening;
  private final Supplier<List<StoreSpec>> stores;

  /**
   * @param opening the settings; raises what keeps it from being found
   * @param stores the stores to use, whoever names them; raises what is wrong with their names
   */
  public SettingsCheck(Supplier<EffectiveSettings> opening, Supplier<List<StoreSpec>> stores) {
    this.opening = opening;
    this.stores = stores;
  }

  @Override
  public String name() {
    return "settings";
  }

  @Override
  public List<Finding> run() {
    EffectiveSettings settings = opening.get();
    // Read even where a flag or variable names the store: another verb will.
    settings.inFile();
    String names = stores.get().stream().map(StoreSpec::toString).collect(Collectors.joining(","));
    return List.of(
        Finding.ok(
            "settings-readable",
            "store " + names + "; settings are read from " + settings.place()));
  }
}
