package dev.keyport.domain.credential;

import dev.keyport.domain.error.UsageException;
import java.net.URI;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The host a credential is for: a DNS name or IP address, compared without the case of ASCII
 * letters (RFC 4343: other characters have no case in DNS), and sometimes a port.
 *
 * <p>Credentials are kept for the name alone, since curl and git look a netrc up by name and ignore
 * the port; an entry that names a port is preferred where someone made one. IPv6 addresses are
 * written without brackets in {@link #name()}. Names are taken as they are: no IDN mapping, no
 * trailing dot dropped.
 */
public final class Host {
  private static final int MAX_PORT = 65_535;
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[^%:]+)?");

  private final String name;
  private final int port;

  private Host(String name, int port) {
    this.name = name;
    this.port = port;
  }

  /**
   * Reads {@code name}, {@code name:port}, {@code [ipv6]}, {@code [ipv6]:port} or a bare IPv6
   * address.
   *
   * @throws UsageException when it is empty, has a blank, control or invisible character, quote,
   *     {@code #}, {@code /} or {@code @}, has brackets or several colons and is no IPv6 address,
   *     or has a port that is none. What looks like a login at a host is not quoted.
   */
  public static Host parse(String text) {
    String rest = text;
    String port = "";
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      if (end < 0 || (end + 1 < text.length() && text.charAt(end + 1) != ':')) {
        throw refused(text, "the bracket is not closed");
      }
      rest = text.substring(1, end);
      port = end + 1 < text.length() ? text.substring(end + 2) : "";
      if (end + 2 == text.length()) {
        throw refused(text, "the port is empty");
      }
    } else if (text.indexOf(':') >= 0 && text.indexOf(':') == text.lastIndexOf(':')) {
      rest = text.substring(0, text.indexOf(':'));
      port = text.substring(text.indexOf(':') + 1);
      if (port.isEmpty()) {
        throw refused(text, "the port is empty");
      }
    }
    checkName(text, rest);
    if ((text.startsWith("[") || rest.indexOf(':') >= 0) && !isIpv6(rest)) {
      throw refused(text, "it is no IPv6 address, and has brackets or several colons");
    }
    return new Host(lowerAscii(rest), port.isEmpty() ? -1 : port(text, port));
  }

  /**
   * The host of an http or https address, with its port where the address names one.
   *
   * @throws UsageException when the address has no host
   */
  public static Host of(URI address) {
    String host = address.getHost();
    if (host == null) {
      // Not quoted: it may have a password in it.
      throw new UsageException("the address names no host", "give one such as https://example.com");
    }
    return parse(address.getPort() < 0 ? host : host + ":" + address.getPort());
  }

  private static void checkName(String text, String name) {
    if (name.isEmpty()) {
      throw refused(text, "the name is empty");
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isWhitespace(c)
          || Character.isSpaceChar(c)
          || Character.isISOControl(c)
          || Character.getType(c) == Character.FORMAT) {
        throw refused(text, "a blank, control or invisible character");
      }
      if ("\"'#/@[]\\".indexOf(c) >= 0) {
        throw refused(text, "the character " + c + " can't be in a host name");
      }
    }
  }

  private static boolean isIpv6(String name) {
    long colons = name.chars().filter(c -> c == ':').count();
    return IPV6.matcher(name).matches()
        && (name.contains("::") || colons == 7 || (colons == 6 && name.indexOf('.') >= 0));
  }

  private static String lowerAscii(String name) {
    StringBuilder lower = new StringBuilder(name);
    for (int i = 0; i < name.length(); i++) {
      lower.setCharAt(i, lowerAscii(name.charAt(i)));
    }
    return lower.toString();
  }

  private static char lowerAscii(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
  }

  private static int port(String text, String digits) {
    int port = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9' || digits.length() > 5) {
        throw refused(text, "the port is not a number from 1 to 65535");
      }
      port = port * 10 + (c - '0');
    }
    if (port < 1 || port > MAX_PORT) {
      throw refused(text, "the port is not a number from 1 to 65535");
    }
    return port;
  }

  private static UsageException refused(String text, String why) {
    return new UsageException(
        (text.indexOf('@') >= 0 ? "what was given" : "\"" + printable(text) + "\"")
            + " is not a host: "
            + why,
        "give a name such as api.heroku.com, without scheme or path");
  }

  private static String printable(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(80).forEach(c -> shown.appendCodePoint(isUnseen(c) ? '?' : c));
    return shown.toString();
  }

  private static boolean isUnseen(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }

  /** The name or address, in lower case, without brackets or port. */
  public String name() {
    return name;
  }

  /** The port, where one was named. */
  public OptionalInt port() {
    return port < 0 ? OptionalInt.empty() : OptionalInt.of(port);
  }

  /** This host with no port: the form credentials are kept under. */
  public Host withoutPort() {
    return port < 0 ? this : new Host(name, -1);
  }

  /**
   * Whether this is the machine itself: exactly 127.0.0.0/8, ::1 or {@code localhost}, never a name
   * that merely contains those.
   */
  public boolean isLoopback() {
    return name.equals("localhost") || name.equals("::1") || isLoopbackV4();
  }

  private boolean isLoopbackV4() {
    String[] parts = name.split("\\.", -1);
    if (parts.length != 4 || !parts[0].equals("127")) {
      return false;
    }
    for (String part : parts) {
      boolean octet = !part.isEmpty() && part.length() <= 3;
      for (int i = 0; octet && i < part.length(); i++) {
        octet = part.charAt(i) >= '0' && part.charAt(i) <= '9';
      }
      if (!octet || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a credential of this host may be sent to that address: the one rule for whatever sends
   * one along. The address has this very name, in whatever case, and the port where this host names
   * one; and it is reached over https, or over http on this machine itself ({@link #isLoopback}). A
   * user in the address makes no difference.
   *
   * @return false, too, for an address with no host, of another scheme, or that {@link URI} finds
   *     no host in, as with an underscore in its name; nothing is thrown
   */
  public boolean covers(URI address) {
    String scheme = address.getScheme();
    String host = address.getHost();
    return scheme != null && host != null && covers(scheme, host, address.getPort());
  }

  /**
   * As {@link #covers(URI)}, for an address that was taken apart already. Nothing is allocated for
   * an address over https.
   *
   * @param scheme the address's scheme, in whatever case
   * @param host its host alone, in whatever case; an IPv6 address with brackets or without
   * @param addressPort its port; negative for its scheme's own, 443 or 80
   */
  public boolean covers(String scheme, String host, int addressPort) {
    boolean tls = isSame("https", scheme, 0, scheme.length());
    boolean clear = !tls && isSame("http", scheme, 0, scheme.length());
    int bracket = host.length() > 1 && host.startsWith("[") && host.endsWith("]") ? 1 : 0;
    return (tls || clear)
        && isSame(name, host, bracket, host.length() - bracket)
        && (port < 0 || port == (addressPort < 0 ? defaultPort(tls) : addressPort))
        && (tls || isLoopback());
  }

  private static int defaultPort(boolean tls) {
    return tls ? 443 : 80;
  }

  /** Whether that part of the text is the other, which is in lower case, but for ASCII's case. */
  private static boolean isSame(String lower, String text, int from, int to) {
    if (lower.length() != to - from) {
      return false;
    }
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) != lowerAscii(text.charAt(from + i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Host host && name.equals(host.name) && port == host.port;
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, port);
  }

  /** The name, and the port where there is one; an IPv6 address with a port is in brackets. */
  @Override
  public String toString() {
    if (port < 0) {
      return name;
    }
    return (name.indexOf(':') >= 0 ? "[" + name + "]" : name) + ":" + port;
  }
}
