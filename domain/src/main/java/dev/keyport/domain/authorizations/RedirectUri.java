package dev.keyport.domain.authorizations;

import dev.keyport.domain.error.UsageException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where a client may have people sent: over https, or over http within a machine or local network.
 * The rule is the heroku CLI's own.
 */
final class RedirectUri {
  private static final Pattern LOCAL =
      Pattern.compile("localhost|.+\\.local|(10|127)(\\.\\d{1,3}){3}|192(\\.\\d{1,3}){3}");

  private RedirectUri() {}

  /**
   * @return the text, when it will do
   * @throws UsageException when it won't
   */
  static String checked(String text) {
    try {
      URI uri = new URI(text);
      String host = Objects.requireNonNullElse(uri.getHost(), "");
      boolean https = "https".equals(uri.getScheme()) && !host.isEmpty();
      boolean local = "http".equals(uri.getScheme()) && LOCAL.matcher(host).matches();
      if (https || local) {
        return text;
      }
    } catch (URISyntaxException e) {
      throw unfit();
    }
    throw unfit();
  }

  private static UsageException unfit() {
    return new UsageException(
        "the redirect URI is no address that a client may have",
        "give one that begins with https://; http:// is for localhost, *.local and 10.*, 127.* and"
            + " 192.* addresses");
  }
}
