package dev.keyport.files;

import dev.keyport.domain.error.Place;
import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings from a file in the JDK's properties syntax, in UTF-8: {@code config.properties} in the
 * configuration folder, or the file that {@code KEYPORT_CONFIG} names. It is read once, at the
 * first question; a missing file sets nothing. One that another user owns or can write to is
 * refused, since who can change it can send a token elsewhere. Safe for use by several threads.
 */
public final class PropertiesSettings implements Settings {
  private final Path file;
  private final FileReader reader;
  private @Nullable List<Entry> entries;

  /**
   * @param machine whose environment and configuration folder are asked
   * @throws dev.keyport.domain.error.UsageException when {@code KEYPORT_CONFIG} is no path, or no
   *     file is named and the home folder is not known
   */
  public PropertiesSettings(Machine machine) {
    this(SettingsFile.of(machine), CurrentUser.ofProcess());
  }

  /**
   * Those of the machine; none where no file is named and the home folder is not known.
   *
   * @throws dev.keyport.domain.error.UsageException when {@code KEYPORT_CONFIG} is no path
   */
  public static Settings of(Machine machine) {
    return SettingsFile.isKnown(machine) ? new PropertiesSettings(machine) : NONE;
  }

  PropertiesSettings(Path file, CurrentUser user) {
    this.file = file;
    this.reader = new FileReader(user);
  }

  @Override
  public synchronized List<Entry> entries() {
    List<Entry> read = entries;
    if (read == null) {
      read = load();
      entries = read;
    }
    return read;
  }

  @Override
  public String place() {
    return file.toString();
  }

  private List<Entry> load() {
    return SettingsFile.reading(file, () -> reader.read(file))
        .map(content -> entries(SettingsFile.parse(file, content.bytes())))
        .orElseGet(List::of);
  }

  private List<Entry> entries(PropertiesText text) {
    Map<String, Entry> byKey = new LinkedHashMap<>();
    for (PropertiesText.Piece piece : text.pieces()) {
      piece
          .setting()
          .ifPresent(
              set ->
                  byKey.put(
                      set.key(),
                      new Entry(set.key(), set.value().strip(), Place.of(file, piece.line()))));
    }
    return List.copyOf(new ArrayList<>(byKey.values()));
  }
}
