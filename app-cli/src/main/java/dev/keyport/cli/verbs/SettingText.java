package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Json;
import dev.keyport.domain.error.Place;
import dev.keyport.domain.settings.ResolvedSetting;
import dev.keyport.domain.settings.SettingSource;
import java.util.Optional;

/** How a setting and where it comes from are told. */
final class SettingText {
  private SettingText() {}

  static String from(SettingSource source) {
    String line =
        place(source)
            .filter(place -> place.line().isPresent())
            .map(place -> ", line " + place.line().getAsInt())
            .orElse("");
    if (source instanceof SettingSource.Profile profile) {
      return "profile " + profile.name() + line;
    }
    return source instanceof SettingSource.File ? "file" + line : source.toString();
  }

  private static Optional<Place> place(SettingSource source) {
    if (source instanceof SettingSource.Profile profile) {
      return Optional.of(profile.place());
    }
    if (source instanceof SettingSource.File file) {
      return Optional.of(file.place());
    }
    return source instanceof SettingSource.Folder folder
        ? Optional.of(folder.place())
        : Optional.empty();
  }

  private static Optional<String> name(SettingSource source) {
    if (source instanceof SettingSource.Flag || source instanceof SettingSource.Environment) {
      return Optional.of(source.toString());
    }
    return source instanceof SettingSource.Profile profile
        ? Optional.of(profile.name())
        : Optional.empty();
  }

  static Object document(ResolvedSetting setting) {
    Optional<Place> place = place(setting.source());
    return new Json.Fields()
        .put("key", setting.key().key())
        .put("value", setting.value())
        .put("source", setting.source().kind())
        .put("name", name(setting.source()))
        .put("file", place.map(Place::file))
        .put(
            "line",
            place.isPresent() && place.get().line().isPresent()
                ? place.get().line().getAsInt()
                : null)
        .map();
  }
}
