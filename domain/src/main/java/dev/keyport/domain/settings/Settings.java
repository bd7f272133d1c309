package dev.keyport.domain.settings;

import java.util.Optional;

/** The configuration file, read. */
public interface Settings {
  /**
   * The value of a setting.
   *
   * @param key a known key, as {@code store}
   * @return empty when it isn't set
   * @throws dev.keyport.domain.error.UsageException when the file has a key nobody knows, or can't
   *     be read
   */
  Optional<String> get(String key);

  /** Where the settings stand, for messages: a file's path. */
  String place();
}
