package dev.keyport.domain.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code git config --null --show-origin --get-regexp} tells: a NUL behind each origin and
 * behind each setting, whose name and value a line end parts. Values, and the addresses in names,
 * may hold secrets.
 */
final class GitSettings {
  /**
   * One setting.
   *
   * @param origin the file that has it, or the command line
   * @param section in lower case, as {@code credential}
   * @param subsection the address in the middle of the name; empty without one
   * @param key in lower case, as {@code helper}
   * @param value as it stands; empty for one without a value
   */
  record Setting(
      String origin, String section, Optional<String> subsection, String key, String value) {
    /** Leaves out what may be secret. */
    @Override
    public String toString() {
      return section + ".*." + key + " of " + origin;
    }
  }

  private GitSettings() {}

  /** In the order git reads them. */
  static List<Setting> parse(String output) {
    String[] parts = output.split("\0", -1);
    List<Setting> settings = new ArrayList<>();
    for (int i = 0; i + 1 < parts.length; i += 2) {
      int line = parts[i + 1].indexOf('\n');
      String name = line < 0 ? parts[i + 1] : parts[i + 1].substring(0, line);
      String value = line < 0 ? "" : parts[i + 1].substring(line + 1);
      int first = name.indexOf('.');
      int last = name.lastIndexOf('.');
      if (first > 0) {
        settings.add(
            new Setting(
                parts[i].startsWith("file:") ? parts[i].substring("file:".length()) : parts[i],
                name.substring(0, first),
                first == last ? Optional.empty() : Optional.of(name.substring(first + 1, last)),
                name.substring(last + 1),
                value));
      }
    }
    return settings;
  }
}
