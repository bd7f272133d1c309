package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Json;
import dev.keyport.domain.error.Place;
import java.util.Optional;

/** A place as JSON. */
final class PlaceFields {
  private PlaceFields() {}

  /** Adds {@code file} and {@code line}, each null where there is none. */
  static Json.Fields of(Json.Fields fields, Optional<Place> place) {
    return fields
        .put("file", place.map(Place::file))
        .put(
            "line",
            place
                .map(Place::line)
                .filter(line -> line.isPresent())
                .map(line -> line.getAsInt())
                .orElse(null));
  }
}
