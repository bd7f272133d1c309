package dev.keyport.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** The check of a request's Accept header: only version 3 of the API is here. */
final class Accept {
  private static final Pattern ANY = Pattern.compile("(\\*|application)/\\*|application/json");
  private static final Pattern HEROKU = Pattern.compile("application/vnd\\.heroku\\+json");
  private static final Pattern VERSION = Pattern.compile("version=(.*)");
  private static final Pattern THREE = Pattern.compile("version=\"?3(\\.[\\w.-]+)?\"?");

  private Accept() {}

  /**
   * Refuses a request that wants something else.
   *
   * @throws ApiError 406 when no media range of the header can be served
   */
  static void check(ApiRequest request) {
    String header = request.header("Accept").orElse("*/*");
    if (Arrays.stream(header.split(",")).noneMatch(Accept::servable)) {
      throw ApiError.of(
          406, "not_acceptable", "Ask with Accept: application/vnd.heroku+json; version=3.");
    }
  }

  private static boolean servable(String range) {
    String[] parts = range.toLowerCase(Locale.ROOT).split(";");
    String type = parts[0].strip();
    if (ANY.matcher(type).matches()) {
      return true;
    }
    return HEROKU.matcher(type).matches()
        && Arrays.stream(parts)
            .skip(1)
            .map(String::strip)
            .filter(parameter -> VERSION.matcher(parameter).matches())
            .allMatch(parameter -> THREE.matcher(parameter).matches());
  }
}
