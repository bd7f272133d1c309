package dev.keyport.domain.authorizations;

import dev.keyport.domain.error.NotFoundException;
import dev.keyport.domain.error.UsageException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the one thing that a person names, by its id or by what it is called.
 *
 * @param kind what it is, as {@code authorization}
 * @param id its id
 * @param label what it is called; empty where it has no name
 */
record Naming<T>(String kind, Function<T, String> id, Function<T, String> label) {
  // Ids are lower-case uuids in the API's schema; the old API's had other lengths.
  private static final Pattern UUID =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  /** Whether this can't be but an id, of which the API itself can be asked. */
  static boolean isId(String name) {
    return UUID.matcher(name).matches();
  }

  /**
   * The one that this names.
   *
   * @throws NotFoundException when it names none; the hint lists those there are
   * @throws UsageException when it names several; the hint lists them
   */
  T theOne(String name, List<T> all) {
    List<T> named =
        all.stream()
            .filter(one -> name.equals(id.apply(one)) || name.equals(label.apply(one)))
            .filter(one -> !name.isEmpty())
            .toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    if (named.isEmpty()) {
      throw new NotFoundException(
          // Not repeated: a token may have been typed in its place.
          "no " + kind + " of the account has that id or name",
          all.isEmpty() ? "the account has none" : "there are: " + described(all));
    }
    throw new UsageException(
        "\"" + name + "\" names " + named.size() + " " + kind + "s; none was touched",
        "name one by its id: " + described(named));
  }

  private String described(List<T> listed) {
    return listed.stream()
        .map(one -> (id.apply(one) + " " + label.apply(one)).strip())
        .collect(Collectors.joining(", "));
  }
}
