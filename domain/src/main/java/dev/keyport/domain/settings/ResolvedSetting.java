package dev.keyport.domain.settings;

import dev.keyport.domain.error.UsageException;
import java.util.Objects;
import java.util.function.Function;

/**
 * A setting's value, and where it came from.
 *
 * @param key which setting
 * @param value as it was written, not yet checked
 * @param source who set it
 */
public record ResolvedSetting(SettingKey key, String value, SettingSource source) {
  public ResolvedSetting {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(source, "source");
  }

  /** What to call it in a message: {@code KEYPORT_STORE}, or the key with its file and line. */
  public String called() {
    if (source instanceof SettingSource.File || source instanceof SettingSource.Folder) {
      return key + " in " + source;
    }
    if (source instanceof SettingSource.Profile profile) {
      return SettingName.in(profile.name(), key) + " in " + profile.place();
    }
    return source instanceof SettingSource.Default ? key.key() : source.toString();
  }

  /** Whether it was set at least as near to the person as the other: by flag rather than file. */
  public boolean isAsNearAs(ResolvedSetting other) {
    return source.rank() <= other.source.rank();
  }

  /**
   * Checks the value and reads it.
   *
   * @throws UsageException when it can't be one; the message names who set it
   */
  public <T> T as(Function<? super String, ? extends T> reading) {
    try {
      key.check(value);
      return reading.apply(value);
    } catch (UsageException e) {
      throw new UsageException(called() + ": " + e.message(), e.hint().orElse(null));
    }
  }

  /** The value, checked as {@link #as} does. */
  public String checked() {
    return as(text -> text);
  }
}
