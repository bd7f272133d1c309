package dev.keyport.sandbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** How authorizations and tokens look in answers. */
final class AuthorizationView {
  private final State state;

  AuthorizationView(State state) {
    this.state = state;
  }

  /** The authorization with its tokens readable. */
  ObjectNode whole(Authorization authorization, Account account) {
    return view(authorization, account, false);
  }

  /** The authorization with its tokens masked. */
  ObjectNode masked(Authorization authorization, Account account) {
    return view(authorization, account, true);
  }

  /** A token, refresh token or grant; JSON null when there is none. */
  JsonNode token(Optional<Token> token) {
    return token
        .map(found -> tokenView(found, "token", found.value()))
        .orElse(NullNode.getInstance());
  }

  /** A reference to an object by its id; JSON null when there is none. */
  static JsonNode reference(Optional<UUID> id) {
    return id.<JsonNode>map(found -> Json.object().put("id", found.toString()))
        .orElse(NullNode.getInstance());
  }

  /** The form in which lists show tokens. */
  static String mask(String token) {
    return token.substring(0, Choices.MASK_HEAD)
        + Choices.MASK
        + token.substring(token.length() - Choices.MASK_TAIL);
  }

  private ObjectNode view(Authorization authorization, Account account, boolean masked) {
    Instant now = state.now();
    ArrayNode scope = Json.array();
    authorization.scope().forEach(scope::add);
    ObjectNode user =
        Json.object()
            .put("email", account.email())
            .put("full_name", account.name().orElse(null))
            .put("id", account.id().toString());
    ObjectNode view =
        Json.object()
            .put("created_at", Json.time(authorization.createdAt()))
            .put("description", authorization.description())
            .put("id", authorization.id().toString())
            .put("updated_at", Json.time(authorization.updatedAt()));
    view.set("access_token", shown(authorization.access(), masked));
    view.set("client", client(authorization));
    view.set("grant", grant(authorization.grant().filter(grant -> grant.aliveAt(now)), masked));
    view.set("refresh_token", shown(authorization.refresh(), masked));
    view.set("scope", scope);
    view.set("session", reference(authorization.session()));
    view.set("user", user);
    return view;
  }

  private JsonNode shown(Optional<Token> token, boolean masked) {
    return masked
        ? token.map(t -> tokenView(t, "token", mask(t.value()))).orElse(NullNode.getInstance())
        : token(token);
  }

  private JsonNode grant(Optional<Token> grant, boolean masked) {
    return grant
        .map(g -> tokenView(g, "code", masked ? mask(g.value()) : g.value()))
        .orElse(NullNode.getInstance());
  }

  private JsonNode client(Authorization authorization) {
    return authorization
        .client()
        .flatMap(state.clients()::find)
        .<JsonNode>map(
            client ->
                Json.object()
                    .put("id", client.id().toString())
                    .put("name", client.name())
                    .put("redirect_uri", client.redirectUri()))
        .orElse(NullNode.getInstance());
  }

  private JsonNode tokenView(Token token, String field, String value) {
    return Json.object()
        .put("expires_in", token.secondsLeft(state.now()).orElse(null))
        .put("id", token.id().toString())
        .put(field, value);
  }
}
