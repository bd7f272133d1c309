package dev.keyport.domain.auth;

import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.settings.Endpoints;
import dev.keyport.domain.token.FoundToken;
import dev.keyport.domain.token.Metadata;
import dev.keyport.domain.token.TokenSource;
import java.util.List;
import java.util.Optional;

/**
 * Knows which authorization the stored login lives by, so that it is not ended by a verb that would
 * leave a dead token in the store.
 */
public final class OwnAuthorization {
  private final TokenSource tokens;
  private final Endpoints endpoints;

  /**
   * @param tokens what is stored
   * @param endpoints the hosts of a login
   */
  public OwnAuthorization(TokenSource tokens, Endpoints endpoints) {
    this.tokens = tokens;
    this.endpoints = endpoints;
  }

  /**
   * Goes on where this authorization is not that of the login stored for the API or git host: by
   * the id that is known of the login, else by its token or the mask of it.
   *
   * @throws UsageException where it is, with the verbs to use instead
   * @throws dev.keyport.domain.store.StoreException when the store can't tell
   */
  public void refuse(Authorization authorization) {
    for (FoundToken stored : stored()) {
      if (isOf(stored, authorization)) {
        throw new UsageException(
            "authorization "
                + authorization.id()
                + " is the login stored in "
                + stored.origin()
                + ": without it, that token would be dead and still be there",
            "to renew the login: keyport auth:rotate; to end it: keyport logout");
      }
    }
  }

  private List<FoundToken> stored() {
    return List.of(tokens.stored(endpoints.apiHost()), tokens.stored(endpoints.gitHost())).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether the stored token is this authorization's. */
  static boolean isOf(FoundToken stored, Authorization authorization) {
    return stored
        .metadata()
        .flatMap(Metadata::authorizationId)
        .map(authorization.id()::equals)
        .orElseGet(() -> authorization.matches(stored.token()));
  }
}
