package dev.keyport.domain.settings;

import dev.keyport.domain.error.NearestWord;
import dev.keyport.domain.error.UsageException;
import java.util.Objects;
import java.util.Optional;

/**
 * A setting's full name in the file: {@code store}, or {@code profile.work.store} in a profile.
 *
 * @param profile the profile it stands in; empty at the top
 * @param key which setting
 */
public record SettingName(Optional<String> profile, SettingKey key) {
  private static final String PROFILES = "profile.";
  private static final int LONGEST_PROFILE = 64;

  public SettingName {
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(key, "key");
  }

  /** At the top of the file. */
  public static SettingName top(SettingKey key) {
    return new SettingName(Optional.empty(), key);
  }

  /** In a profile. */
  public static SettingName in(String profile, SettingKey key) {
    return new SettingName(Optional.of(profile), key);
  }

  /**
   * Reads a full name.
   *
   * @throws UsageException when there is no such setting, or not there; the hint has the nearest
   */
  public static SettingName parse(String text) {
    if (!text.startsWith(PROFILES)) {
      return new SettingName(Optional.empty(), key(text, "", text, false));
    }
    int dot = text.lastIndexOf('.');
    if (dot < PROFILES.length()) {
      throw new UsageException(
          "there is no setting \"" + printable(text) + "\"",
          "a profile's are written profile.NAME.KEY, as profile.work.store");
    }
    String profile = text.substring(PROFILES.length(), dot);
    checkProfile(profile);
    return in(profile, key(text, text.substring(0, dot + 1), text.substring(dot + 1), true));
  }

  private static SettingKey key(String text, String prefix, String key, boolean inProfile) {
    Optional<SettingKey> known = SettingKey.of(key);
    if (known.isEmpty()) {
      throw new UsageException(
          "there is no setting \"" + printable(text) + "\"",
          NearestWord.to(key, SettingKey.keys(inProfile))
              .map(nearest -> "did you mean \"" + prefix + nearest + "\"?")
              .orElseGet(
                  () -> "the settings are: " + String.join(", ", SettingKey.keys(inProfile))));
    }
    if (inProfile && !known.get().isForProfile()) {
      throw new UsageException(
          "a profile can't name a profile: there is no setting \"" + printable(text) + "\"",
          "\"profile\" stands at the top of the file alone");
    }
    if (!inProfile && !known.get().isForTop()) {
      throw new UsageException(
          "\"" + key + "\" belongs to a profile", "write it profile.NAME." + key);
    }
    return known.get();
  }

  /**
   * Checks a profile's name: letters, digits and {@code . _ @ + -}, beginning with a letter or
   * digit.
   *
   * @throws UsageException when it can't be one
   */
  public static void checkProfile(String name) {
    boolean legal = !name.isEmpty() && name.length() <= LONGEST_PROFILE;
    for (int i = 0; legal && i < name.length(); i++) {
      char c = name.charAt(i);
      boolean alphanumeric =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      legal = alphanumeric || (i > 0 && "._@+-".indexOf(c) >= 0);
    }
    if (!legal) {
      throw new UsageException(
          "\"" + printable(name) + "\" can't be a profile's name",
          "it has letters, digits and . _ @ + - only, and at most " + LONGEST_PROFILE);
    }
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  @Override
  public String toString() {
    return profile.map(name -> PROFILES + name + ".").orElse("") + key.key();
  }
}
