package dev.keyport.http;

import dev.keyport.domain.credential.Host;
import java.util.List;
import java.util.Locale;

/**
 * The list of {@code NO_PROXY}: names with commas or blanks between, each standing for itself and
 * what is under it, with or without a leading dot or {@code *.}; {@code *} stands for every host. A
 * name may have a port. Addresses stand for themselves only.
 */
final class NoProxy {
  private final List<String> entries;

  NoProxy(String list) {
    entries = List.of(list.toLowerCase(Locale.ROOT).strip().split("[,\\s]+"));
  }

  boolean covers(Host host, int port) {
    return entries.stream().anyMatch(entry -> matches(entry, host.name(), port));
  }

  private static boolean matches(String entry, String name, int port) {
    if (entry.equals("*")) {
      return true;
    }
    String bare = entry;
    int colon = entry.lastIndexOf(':');
    boolean hasPort = colon > 0 && (entry.indexOf(':') == colon || entry.charAt(colon - 1) == ']');
    if (hasPort) {
      if (!entry.substring(colon + 1).equals(Integer.toString(port))) {
        return false;
      }
      bare = entry.substring(0, colon);
    }
    if (bare.startsWith("[") && bare.endsWith("]")) {
      bare = bare.substring(1, bare.length() - 1);
    }
    if (bare.startsWith("*.")) {
      bare = bare.substring(1);
    }
    String stem = bare.startsWith(".") ? bare.substring(1) : bare;
    boolean isAddress = name.indexOf(':') >= 0 || name.matches("[0-9.]+");
    return !stem.isEmpty() && (name.equals(stem) || (!isAddress && name.endsWith("." + stem)));
  }
}
