package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * An OAuth authorization as the API tells it.
 *
 * @param id its id, a uuid
 * @param description what it was created for; empty when none was given
 * @param token the access token: in full where it was just created, elsewhere masked as the API
 *     masks it (a head, ten asterisks, a tail); empty when there is none
 * @param expiresIn the time left; empty when it never ends
 */
public record Authorization(
    String id, String description, Optional<Secret> token, Optional<Duration> expiresIn) {
  private static final String API_MASK = "**********";

  public Authorization {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(expiresIn, "expiresIn");
  }

  /**
   * Whether its token is, or is masked from, this one: equal, or the same head and tail round ten
   * asterisks with something between them.
   */
  public boolean matches(Secret candidate) {
    return token.map(own -> own.equals(candidate) || matchesMask(own, candidate)).orElse(false);
  }

  private static boolean matchesMask(Secret own, Secret candidate) {
    String mask = own.reveal();
    int at = mask.indexOf(API_MASK);
    if (at <= 0) {
      return false;
    }
    String head = mask.substring(0, at);
    String tail = mask.substring(at + API_MASK.length());
    return candidate.use(
        chars -> {
          String full = new String(chars);
          return full.length() > head.length() + tail.length()
              && full.startsWith(head)
              && full.endsWith(tail);
        });
  }
}
