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
    Optional<String> known = found.metadata().flatMap(Metadata::authorizationId);
    try {
      if (known.isPresent()) {
        return revokeById(found.token(), known.get());
      }
      Optional<LoginKind> kind = found.metadata().map(Metadata::kind);
      if (kind.filter(LoginKind.PASTED::equals).isPresent()) {
        return stillValid("it was made elsewhere and given to Keyport, which only forgets it");
      }
      return revokeUnknown(found.token());
    } catch (ApiException.Rejected e) {
      return new Revocation.AlreadyInvalid();
    } catch (KeyportException e) {
      return new Revocation.StillValid("the API could not revoke it: " + e.message(), known);
    }
  }

  private Revocation revokeById(Secret token, String id) {
    try {
      api.revokeAuthorization(token, id);
      return new Revocation.Revoked(Optional.of(id));
    } catch (ApiException.NotFound e) {
      return new Revocation.AlreadyInvalid();
    }
  }

  private Revocation revokeUnknown(Secret token) {
    if (api.endOwnSession(token)) {
      return new Revocation.Revoked(Optional.empty());
    }
    if (api.defaultAuthorization(token).filter(a -> a.matches(token)).isPresent()) {
      return stillValid("it is the account's default token, which other tools may use");
    }
    List<Authorization> candidates =
        api.authorizations(token).stream().filter(a -> a.matches(token)).toList();
    if (candidates.size() == 1) {
      return revokeById(token, candidates.get(0).id());
    }
    return stillValid(
        candidates.isEmpty()
            ? "none of the account's authorizations is known to be its own"
            : candidates.size() + " of the account's authorizations could be its own");
  }

  private static Revocation stillValid(String why) {
    return new Revocation.StillValid(why, Optional.empty());
  }
}
