package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Json;
import dev.keyport.domain.auth.LoggedIn;
import dev.keyport.domain.auth.Revocation;
import dev.keyport.domain.interaction.Interaction;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A login that another took the place of, and what became of its token.
 *
 * @param old the login
 * @param revocation empty where nobody asked for one
 */
record ReplacedLogin(LoggedIn.Replaced old, Optional<Revocation> revocation) {
  void tell(Interaction person) {
    String replaces = "Replaces the login of " + old.account();
    if (revocation.isEmpty()) {
      person.tell(replaces + ", whose token stays valid. " + ending());
    } else if (revocation.get() instanceof Revocation.StillValid left) {
      person.warn(
          replaces + ", whose token is possibly still valid: " + left.why() + authorization());
    } else if (revocation.get() instanceof Revocation.AlreadyInvalid) {
      person.tell(replaces + ", whose token was no longer valid.");
    } else {
      person.tell(replaces + ", whose token is revoked.");
    }
  }

  private String ending() {
    return old.authorizationId()
            .map(id -> "To end it: keyport authorizations:revoke " + id)
            .orElse("To end it, look for it in: keyport sessions")
        + " (login --revoke-old does so as it replaces one).";
  }

  private String authorization() {
    return old.authorizationId().map(id -> ", as authorization " + id).orElse("");
  }

  Map<String, @Nullable Object> document() {
    return new Json.Fields()
        .put("account", old.account())
        .put("token", word())
        .put("authorization", old.authorizationId())
        .map();
  }

  private String word() {
    if (revocation.isEmpty() || revocation.get() instanceof Revocation.StillValid) {
      return "still_valid";
    }
    return revocation.get() instanceof Revocation.Revoked ? "revoked" : "already_invalid";
  }
}
