package dev.keyport.it.readers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program as Keyport's messages name it.
 *
 * @param name as in {@code curl before 7.84}, without the version
 * @param version the one installed here
 */
record Program(String name, Version version) {
  /** Whether a message speaks of this program in this version. */
  boolean isNamedIn(String message) {
    Matcher found =
        Pattern.compile(
                "(?<![\\w'/-])"
                    + Pattern.quote(name)
                    + "(?![\\w/-])(?: (before|up to|since) ([\\d.]*\\d))?")
            .matcher(message);
    while (found.find()) {
      String bound = found.group(1);
      if (bound == null || isWithin(bound, Version.in(found.group(2)))) {
        return true;
      }
    }
    return false;
  }

  private boolean isWithin(String bound, Version limit) {
    if (bound.equals("since")) {
      return version.compareTo(limit) >= 0;
    }
    boolean before = version.compareTo(limit) < 0;
    return bound.equals("before") ? before : before || limit.holds(version);
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
