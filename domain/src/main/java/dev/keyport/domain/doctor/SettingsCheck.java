package dev.keyport.domain.doctor;

import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.store.StoreSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Whether the configuration can be read and names stores. */
public final class SettingsCheck implements Check {
  private final Supplier<EffectiveSettings> opening;
  private final Supplier<List<StoreSpec>> stores;
  private final Predicate<String> exists;

  /**
   * @param opening the settings; raises what keeps it from being found
   * @param stores the stores to use, whoever names them; raises what is wrong with their names
   * @param exists whether there is such a file; where not, there are no settings
   */
  public SettingsCheck(
      Supplier<EffectiveSettings> opening,
      Supplier<List<StoreSpec>> stores,
      Predicate<String> exists) {
    this.opening = opening;
    this.stores = stores;
    this.exists = exists;
  }

  @Override
  public String id() {
    return "settings";
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
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.ok(
            "settings-readable",
            "store "
                + names
                + (exists.test(settings.place())
                    ? "; settings are read from " + settings.place()
                    : "; no settings file")));
    settings
        .profile()
        .ifPresent(
            profile ->
                findings.add(
                    Finding.ok(
                        "profile", "profile " + profile.value() + ", by " + profile.source())));
    return findings;
  }
}
