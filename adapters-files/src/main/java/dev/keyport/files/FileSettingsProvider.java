package dev.keyport.files;

import dev.keyport.domain.settings.FolderProfile;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.Settings;
import dev.keyport.domain.settings.SettingsProvider;
import java.time.Duration;
import java.util.function.Consumer;

/** The settings and the folder's choice of profile that the {@code keyport} command goes by. */
public final class FileSettingsProvider implements SettingsProvider {
  // A choice is only read here; the lock is for who allows one.
  private static final Duration LOCK_TIME = Duration.ofSeconds(10);

  /** For {@link java.util.ServiceLoader}. */
  public FileSettingsProvider() {}

  @Override
  public Settings settings(Machine machine) {
    return PropertiesSettings.of(machine);
  }

  @Override
  public FolderProfile folder(Machine machine, Consumer<String> notices) {
    return machine.isHomeKnown()
        ? new FolderProfiles(machine, LOCK_TIME, notices)
        : FolderProfile.NONE;
  }
}
