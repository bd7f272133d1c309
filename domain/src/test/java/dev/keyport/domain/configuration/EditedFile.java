package dev.keyport.domain.configuration;

import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.SettingsEditor;
import dev.keyport.domain.support.Configured;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A configuration file in memory. */
final class EditedFile implements SettingsEditor {
  private final Map<String, String> lines = new LinkedHashMap<>();

  EditedFile with(String key, String value) {
    lines.put(key, value);
    return this;
  }

  Map<String, String> lines() {
    return lines;
  }

  /** Read anew. */
  EffectiveSettings settings(Map<String, String> environment) {
    return Configured.with(
        environment,
        lines.entrySet().stream()
            .map(line -> line.getKey() + " = " + line.getValue())
            .toArray(String[]::new));
  }

  @Override
  public Map<String, String> apply(List<Change> changes) {
    Map<String, String> before = new HashMap<>();
    for (Change change : changes) {
      String old =
          change.value().isPresent()
              ? lines.put(change.key(), change.value().get())
              : lines.remove(change.key());
      if (old != null) {
        before.put(change.key(), old);
      }
    }
    return before;
  }
}
