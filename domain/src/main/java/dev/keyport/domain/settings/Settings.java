package dev.keyport.domain.settings;

import dev.keyport.domain.error.Place;
import java.util.List;
import java.util.Objects;

/**
 * The configuration file, read: what stands in it, whether or not there are such settings. Used by
 * one thread at a time, and not always by the same.
 */
public interface Settings {
  /** No file. */
  Settings NONE =
      new Settings() {
        @Override
        public List<Entry> entries() {
          return List.of();
        }

        @Override
        public String place() {
          return "nowhere";
        }
      };

  /**
   * What the file sets, in its order; of a key that stands there twice the last. None when there is
   * no file.
   *
   * @throws dev.keyport.domain.error.UsageException when the file can't be understood or must not
   *     be believed
   */
  List<Entry> entries();

  /** Where the settings stand, for messages: a file's path. */
  String place();

  /**
   * One line's setting.
   *
   * @param key as written
   * @param value as written, without blanks round it
   * @param place the file and line
   */
  record Entry(String key, String value, Place place) {
    public Entry {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(place, "place");
    }
  }
}
