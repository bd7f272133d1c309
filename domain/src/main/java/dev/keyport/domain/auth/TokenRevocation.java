package dev.keyport.domain.auth;

import dev.keyport.domain.credential.Secret;
import dev.keyport.domain.error.KeyportException;
import dev.keyport.domain.token.FoundToken;
import dev.keyport.domain.token.LoginKind;
import dev.keyport.domain.token.Metadata;
import java.util.List;
import java.util.Optional;

/**
 * Revokes what a login created, and nothing else: the authorization in the metadata, the browser
 * session of the token, or the one authorization whose mask fits. A pasted token and the account's
 * default one belong to somebody else too.
 */
final class TokenRevocation {
  private final AuthApi api;

  TokenRevocation(AuthApi api) {
    this.api = api;
  }

  /** Never fails: what could not be revoked is told in the answer. */
  Revocation revoke(FoundToken found) {
    Secret token = found.token();
    Optional<String> id = found.metadata().flatMap(Metadata::authorizationId);
    try {
      if (id.isEmpty()) {
        Optional<LoginKind> kind = found.metadata().map(Metadata::kind);
        if (kind.filter(LoginKind.PASTED::equals).isPresent()) {
          return stillValid("it was made elsewhere and given to Keyport, which only forgets it");
        }
        if (api.endOwnSession(token)) {
          return new Revocation.Revoked(Optional.empty());
        }
        if (api.defaultAuthorization(token).filter(a -> a.matches(token)).isPresent()) {
          return stillValid("it is the account's default token, which other tools may use");
        }
        List<Authorization> candidates = candidates(token);
        if (candidates.size() != 1) {
          return stillValid(candidates);
        }
        id = Optional.of(candidates.get(0).id());
      }
      return revokeById(token, id.get());
    } catch (ApiException.Rejected e) {
      return new Revocation.AlreadyInvalid();
    } catch (KeyportException e) {
      return new Revocation.StillValid("the API could not revoke it: " + e.message(), id);
    }
  }

  private List<Authorization> candidates(Secret token) {
    return api.authorizations(token).stream().filter(a -> a.matches(token)).toList();
  }

  private Revocation revokeById(Secret token, String id) {
    try {
      api.revokeAuthorization(token, id);
      return new Revocation.Revoked(Optional.of(id));
    } catch (ApiException.NotFound e) {
      // The API looks at the token before the id, so a token that gets this far may still work.
      api.account(token);
      return stillValid("the API takes it, and knows no authorization " + id + " of the account");
    }
  }

  private static Revocation stillValid(List<Authorization> candidates) {
    return stillValid(
        candidates.isEmpty()
            ? "none of the account's authorizations is known to be its own"
            : candidates.size() + " of the account's authorizations could be its own");
  }

  private static Revocation stillValid(String why) {
    return new Revocation.StillValid(why, Optional.empty());
  }
}
