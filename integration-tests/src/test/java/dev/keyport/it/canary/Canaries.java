package dev.keyport.it.canary;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Secrets to look for, by name: as they are, and in the base64 of a Basic header (RFC 7617).
 *
 * @param values each by the name it is shown by
 * @param users those whose name may stand before a secret in such a header
 */
record Canaries(Map<String, String> values, Collection<String> users) {
  Canaries {
    values = Map.copyOf(values);
  }

  /** The same and one more. */
  Canaries and(String name, String value) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(name, value);
    return new Canaries(more, users);
  }

  /** The names of those in the bytes. */
  Collection<String> in(byte[] bytes) {
    return in(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** The names of those in the text. */
  Collection<String> in(String text) {
    Collection<String> found = new TreeSet<>();
    values.forEach(
        (name, value) -> {
          if (forms(value).anyMatch(text::contains)) {
            found.add(name);
          }
        });
    return found;
  }

  private Stream<String> forms(String value) {
    Stream<String> pairs =
        Stream.concat(Stream.of(value, ":" + value), users.stream().map(user -> user + ":" + value))
            .map(pair -> base64(pair));
    return Stream.concat(Stream.of(value), pairs);
  }

  private static String base64(String text) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Canaries" + values.keySet();
  }
}
