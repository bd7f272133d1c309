package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Json;
import dev.keyport.domain.auth.Revocation;
import dev.keyport.domain.interaction.Interaction;
import java.util.Optional;

/** What became of a token at the API, for a person and as JSON. */
final class RevocationText {
  private RevocationText() {}

  /** What to add to an answer's line; empty where there is nothing to say. */
  static String outcome(Revocation revocation) {
    if (revocation instanceof Revocation.Revoked) {
      return "; its token is revoked";
    }
    return revocation instanceof Revocation.AlreadyInvalid ? "; its token was no longer valid" : "";
  }

  /**
   * Warns of a token that still works.
   *
   * @param whose as {@code the token of ann@example.com}
   */
  static void warnOfLeft(Interaction person, String whose, Revocation revocation) {
    if (revocation instanceof Revocation.StillValid left) {
      person.warn(
          whose
              + " is possibly still valid: "
              + left.why()
              + left.authorizationId()
                  .map(
                      id ->
                          ". Revoke it, once logged in, with: keyport authorizations:revoke "
                              + id
                              + "; or on the account page at dashboard.heroku.com")
                  .orElse(
                      ". Revoke it on the account page at dashboard.heroku.com, under"
                          + " Applications"));
    }
  }

  /** Its fields, {@code token} and {@code authorization}. */
  static Json.Fields fields(Json.Fields fields, Revocation revocation) {
    Optional<String> id = Optional.empty();
    String token = "already_invalid";
    if (revocation instanceof Revocation.Revoked revoked) {
      token = "revoked";
      id = revoked.authorizationId();
    } else if (revocation instanceof Revocation.StillValid left) {
      token = "still_valid";
      id = left.authorizationId();
    }
    return fields.put("token", token).put("authorization", id);
  }
}
