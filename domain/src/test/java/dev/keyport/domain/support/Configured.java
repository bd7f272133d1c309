package dev.keyport.domain.support;

import dev.keyport.domain.error.Place;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.FolderProfile;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.domain.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Settings without a file. */
public final class Configured {
  private Configured() {}

  /** These lines, {@code key = value} each, in the file {@code /config}. */
  public static Settings file(String... lines) {
    List<Settings.Entry> entries = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split(" *= *", 2);
      entries.add(new Settings.Entry(parts[0], parts[1], Place.of("/config", entries.size() + 1)));
    }
    return new Settings() {
      @Override
      public List<Entry> entries() {
        return entries;
      }

      @Override
      public String place() {
        return "/config";
      }
    };
  }

  /** With this environment and file. */
  public static EffectiveSettings with(Map<String, String> environment, String... lines) {
    return with(environment, Map.of(), FolderProfile.NONE, lines);
  }

  /** With all there is. */
  public static EffectiveSettings with(
      Map<String, String> environment,
      Map<SettingKey, String> flags,
      FolderProfile folder,
      String... lines) {
    Machine machine = new Machine(environment, Path.of("/home/ann"), "Linux");
    return new EffectiveSettings(file(lines), machine, flags, folder);
  }
}
