package dev.keyport.sandbox;

import java.util.Arrays;
import java.util.Set;

/** ETag and If-None-Match, as RFC 9110 sections 8.8.3 and 13.1.2 have them. */
final class Conditional {
  private static final Set<String> SAFE = Set.of("GET", "HEAD");

  private Conditional() {}

  /** Marks a success with its ETag, and empties it when the client has that very version. */
  static Answer apply(ApiRequest request, Answer answer) {
    if (answer.status() < 200 || answer.status() > 299) {
      return answer;
    }
    String tag = '"' + Hashes.hex(answer.body(), 16) + '"';
    Answer tagged = answer.with("ETag", tag);
    boolean known =
        SAFE.contains(request.method())
            && request.header("If-None-Match").filter(header -> names(header, tag)).isPresent();
    return known ? tagged.emptied(304) : tagged;
  }

  private static boolean names(String header, String tag) {
    return Arrays.stream(header.split(","))
        .map(String::strip)
        .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
        .anyMatch(candidate -> candidate.equals("*") || candidate.equals(tag));
  }
}
