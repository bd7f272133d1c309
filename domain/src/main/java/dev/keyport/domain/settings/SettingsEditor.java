package dev.keyport.domain.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes the configuration file. What is not changed stays as it is: comments, order, line ends,
 * other settings, known or not. All of a call's changes are made, or none; a file and folder that
 * are missing are made, for the user alone. Values are not checked here: see {@link
 * SettingKey#check}.
 */
public interface SettingsEditor {
  /**
   * Makes these changes.
   *
   * @param changes none twice of a key
   * @return what the changed keys were set to before; a key that wasn't set is missing
   * @throws dev.keyport.domain.error.UsageException when the file can't be understood or must not
   *     be believed; it is as it was
   * @throws dev.keyport.domain.store.StoreException when it can't be written; it is as it was
   */
  Map<String, String> apply(List<Change> changes);

  /** Sets one. */
  default Map<String, String> set(SettingName name, String value) {
    return apply(List.of(Change.set(name, value)));
  }

  /** Takes one out; that it isn't there is no error. */
  default Map<String, String> unset(SettingName name) {
    return apply(List.of(Change.unset(name.toString())));
  }

  /**
   * One change.
   *
   * @param key the full key
   * @param value what it is set to; empty to take it out
   */
  record Change(String key, Optional<String> value) {
    public Change {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(value, "value");
    }

    /** Sets it. */
    public static Change set(SettingName name, String value) {
      return new Change(name.toString(), Optional.of(value));
    }

    /** Takes it out; the key need not be known. */
    public static Change unset(String key) {
      return new Change(key, Optional.empty());
    }
  }
}
