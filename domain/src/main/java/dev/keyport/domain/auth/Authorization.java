package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
 * @param scope what the token may do, as {@code global} or {@code read}; empty when the API does
 *     not say
 * @param client the name of the OAuth client it was given to; empty for one of the account's own
 * @param updatedAt when it was last changed; empty when the API does not say
 */
public record Authorization(
    String id,
    String description,
    Optional<Secret> token,
    Optional<Duration> expiresIn,
    List<String> scope,
    Optional<String> client,
    Optional<Instant> updatedAt) {
  private static final String API_MASK = "**********";
  // As much as the API's own masks show; of what is shorter than twice that, nothing.
  private static final int HEAD = 8;
  private static final int TAIL = 4;

  public Authorization {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(expiresIn, "expiresIn");
    scope = List.copyOf(scope);
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(updatedAt, "updatedAt");
  }

  /** One of which no more is known. */
  public Authorization(
      String id, String description, Optional<Secret> token, Optional<Duration> expiresIn) {
    this(id, description, token, expiresIn, List.of(), Optional.empty(), Optional.empty());
  }

  /** The same with its token masked, where the API gave it in full. */
  public Authorization masked() {
    return new Authorization(
        id, description, token.map(Authorization::mask), expiresIn, scope, client, updatedAt);
  }

  private static Secret mask(Secret own) {
    return own.use(
        chars -> {
          String text = new String(chars);
          if (text.contains(API_MASK)) {
            return own;
          }
          boolean isLong = text.length() >= 2 * (HEAD + TAIL);
          return Secret.of(
              isLong
                  ? text.substring(0, HEAD) + API_MASK + text.substring(text.length() - TAIL)
                  : API_MASK);
        });
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
