package dev.keyport.domain.configuration;

import dev.keyport.domain.error.NotFoundException;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.AllowedFolders;
import dev.keyport.domain.settings.EffectiveSettings;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.ResolvedSetting;
import dev.keyport.domain.settings.SettingKey;
import dev.keyport.domain.settings.SettingName;
import dev.keyport.domain.settings.SettingSource;
import dev.keyport.domain.settings.SettingsEditor;
import dev.keyport.domain.settings.SettingsEditor.Change;
import dev.keyport.domain.store.StoreSpec;
import dev.keyport.domain.store.TokenStores;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows and changes the settings. */
public final class ManageSettings {
  private final EffectiveSettings settings;
  private final SettingsEditor editor;
  private final TokenStores stores;
  private final AllowedFolders folders;
  private final Machine machine;

  /**
   * @param settings those in force
   * @param editor changes the file
   * @param stores know which stores there are and are allowed
   * @param folders which may choose a profile
   * @param machine the stores are for
   */
  public ManageSettings(
      EffectiveSettings settings,
      SettingsEditor editor,
      TokenStores stores,
      AllowedFolders folders,
      Machine machine) {
    this.settings = settings;
    this.editor = editor;
    this.stores = stores;
    this.folders = folders;
    this.machine = machine;
  }

  /** Every setting that has a value, and who set it; values are not checked. */
  public List<ResolvedSetting> list() {
    return settings.all();
  }

  /** The names of the profiles there are. */
  public Set<String> profiles() {
    return settings.profiles();
  }

  /** The file's path. */
  public String place() {
    return settings.place();
  }

  /**
   * One setting: the value in force of a key, or what a profile says where its name is given.
   *
   * @throws UsageException when there is no such setting
   * @throws NotFoundException when it has no value
   */
  public ResolvedSetting get(String key) {
    Optional<ResolvedSetting> found =
        SettingKey.of(key).filter(known -> !known.isForTop()).flatMap(settings::find);
    if (found.isPresent()) {
      return found.get();
    }
    SettingName name = SettingName.parse(key);
    return (name.profile().isPresent() ? inProfile(name) : settings.find(name.key()))
        .orElseThrow(
            () ->
                new NotFoundException(
                    name + " is not set", "set it: keyport config set " + name + " VALUE"));
  }

  private Optional<ResolvedSetting> inProfile(SettingName name) {
    return Optional.ofNullable(settings.inFile().get(name))
        .map(
            entry ->
                new ResolvedSetting(
                    name.key(),
                    entry.value(),
                    new SettingSource.Profile(name.profile().orElse(""), entry.place())));
  }

  /**
   * What is wrong with a value.
   *
   * @throws UsageException that says it
   */
  public void check(ResolvedSetting setting) {
    setting.as(
        value -> {
          if (setting.key() == SettingKey.STORE) {
            stores.check(StoreSpec.parseList(value), machine);
          }
          return value;
        });
  }

  /**
   * Sets one in the file, once it is checked.
   *
   * @return what it was before
   * @throws UsageException when there is no such setting or the value can't be its
   */
  public Optional<String> set(String key, String value) {
    SettingName name = SettingName.parse(key);
    String text = value.strip();
    ResolvedSetting wanted = new ResolvedSetting(name.key(), text, new SettingSource.Flag(key));
    check(wanted);
    if (name.key() == SettingKey.PROFILE) {
      settings.requireProfile(wanted);
    }
    return Optional.ofNullable(editor.set(name, text).get(name.toString()));
  }

  /**
   * Takes one out of the file; one that is no setting too, where it stands there.
   *
   * @return what it was before; empty when it was not there
   * @throws UsageException when there is no such setting
   */
  public Optional<String> unset(String key) {
    Optional<String> before =
        Optional.ofNullable(editor.apply(List.of(Change.unset(key))).get(key));
    if (before.isEmpty()) {
      SettingName.parse(key);
    }
    return before;
  }

  /**
   * Allows the working folder's choice.
   *
   * @return the choice
   * @throws UsageException when it must not be believed, or there is no such profile; it is not
   *     allowed then
   */
  public ResolvedSetting allowFolder() {
    ResolvedSetting choice = folders.allow();
    try {
      settings.requireProfile(choice);
    } catch (UsageException e) {
      var unused = folders.forbid();
      throw e;
    }
    return choice;
  }

  /** Takes that back; empty when it was not allowed. */
  public Optional<String> forbidFolder() {
    return folders.forbid();
  }
}
