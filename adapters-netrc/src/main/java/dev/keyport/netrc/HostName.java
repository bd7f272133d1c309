package dev.keyport.netrc;

import dev.keyport.domain.credential.Host;
import java.nio.charset.Charset;
import java.util.Locale;

/** A host as it is looked for among the names in a file, of which few need to become strings. */
final class HostName {
  private final String name;
  private final Charset charset;

  HostName(Host host, Charset charset) {
    this.name = host.toString();
    this.charset = charset;
  }

  /**
   * The name that stands there: in lower case, without brackets round an IPv6 address; empty for
   * the nothing that stands for the default entry's.
   */
  static String of(byte[] text, int start, int end, Charset charset) {
    Token token = Token.of(text, start, end);
    boolean quoted = token.kind() == Token.Kind.QUOTED;
    String name =
        quoted
            ? new String(token.value(text), charset)
            : new String(text, start, end - start, charset);
    String lower = name.toLowerCase(Locale.ROOT);
    boolean brackets = lower.startsWith("[") && lower.endsWith("]");
    return brackets ? lower.substring(1, lower.length() - 1) : lower;
  }

  /** Whether that name is this host's. */
  boolean isAt(byte[] text, int start, int end) {
    boolean plain = start < end && text[start] != '"' && text[start] != '[';
    boolean same = end - start == name.length();
    for (int i = start; i < end; i++) {
      byte b = text[i];
      plain &= b >= 0;
      same = same && lower(b) == name.charAt(i - start);
    }
    return plain ? same : of(text, start, end, charset).equals(name);
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b;
  }
}
