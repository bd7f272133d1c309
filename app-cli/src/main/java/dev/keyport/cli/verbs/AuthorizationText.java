package dev.keyport.cli.verbs;

import dev.keyport.cli.io.Answer;
import dev.keyport.cli.io.Json;
import dev.keyport.cli.io.TimeLeft;
import dev.keyport.domain.auth.Authorization;
import dev.keyport.domain.credential.Secret;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An authorization for a person and as JSON; its token is shown as it was handed over. */
final class AuthorizationText {
  private AuthorizationText() {}

  static void tell(Authorization authorization, Answer answer) {
    if (answer.isJson()) {
      answer.document(document(authorization));
      return;
    }
    answer.line("Client:      " + authorization.client().orElse("<none>"));
    answer.line("ID:          " + authorization.id());
    answer.line("Description: " + authorization.description());
    answer.line("Scope:       " + String.join(",", authorization.scope()));
    authorization.token().ifPresent(token -> answer.line("Token:       " + token.reveal()));
    answer.line("Expires:     " + TimeLeft.of(authorization.expiresIn()));
    authorization.updatedAt().ifPresent(at -> answer.line("Updated at:  " + at));
  }

  static Map<String, @Nullable Object> document(Authorization authorization) {
    return new Json.Fields()
        .put("id", authorization.id())
        .put("description", authorization.description())
        .put("scope", authorization.scope())
        .put("client", authorization.client())
        .put("token", authorization.token().map(Secret::reveal))
        .put("expires_in", authorization.expiresIn().map(Duration::toSeconds).orElse(null))
        .put("updated_at", authorization.updatedAt())
        .map();
  }
}
