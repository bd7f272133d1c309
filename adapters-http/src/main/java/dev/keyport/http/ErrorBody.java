package dev.keyport.http;

import java.util.Optional;

/**
 * The JSON of an error answer, not yet fit to be shown.
 *
 * @param id the API's name for the error
 * @param message what happened, for a person
 * @param resource the kind of thing that was not found
 * @param app the name or id of the app that it is about
 */
record ErrorBody(
    Optional<String> id,
    Optional<String> message,
    Optional<String> resource,
    Optional<String> app) {
  /** One that says nothing. */
  static ErrorBody empty() {
    return new ErrorBody(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  boolean isError(String name) {
    return id.filter(name::equals).isPresent();
  }
}
