package dev.keyport.sandbox;

import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /oauth/tokens}: grants and refresh tokens exchanged for access tokens. */
final class TokensResource {
  private final State state;
  private final AuthorizationView view;

  TokensResource(State state, AuthorizationView view) {
    this.state = state;
    this.view = view;
  }

  void addTo(Router router) {
    router
        .add("POST", "/oauth/tokens", Access.NONE, this::exchange)
        .add("DELETE", "/oauth/tokens/{token}", Access.TOKEN, this::delete);
  }

  private Answer exchange(Call call) {
    ObjectNode body = call.body();
    ObjectNode grant = required(body, "grant");
    String type = Values.required(grant, "type");
    Optional<Authorization> found =
        switch (type) {
          case "authorization_code" ->
              holding(Values.required(grant, "code"), Authorization::grant);
          case "refresh_token" ->
              holding(
                  Values.required(required(body, "refresh_token"), "token"),
                  Authorization::refresh);
          default -> throw ApiError.invalid("The grant's type is not one that is served.");
        };
    String secret = Values.object(body, "client").flatMap(c -> Values.text(c, "secret")).orElse("");
    Authorization old =
        found
            .filter(authorization -> secretOf(authorization).equals(secret))
            .orElseThrow(() -> ApiError.unauthorized("Invalid credentials provided."));
    return Answer.created(view(state.authorizations().exchange(old)));
  }

  private Answer delete(Call call) {
    String asked = call.parameter("token");
    Authorization found =
        state
            .authorizations()
            .of(call.account())
            .filter(
                authorization ->
                    authorization.access().filter(t -> t.id().toString().equals(asked)).isPresent())
            .findFirst()
            .orElseThrow(() -> ApiError.noSuch("token"));
    state.authorizations().withdrawAccess(found);
    return Answer.ok(view(found));
  }

  private Optional<Authorization> holding(
      String value, Function<Authorization, Optional<Token>> kind) {
    return state.authorizations().stream()
        .filter(
            authorization ->
                kind.apply(authorization)
                    .filter(token -> token.value().equals(value) && token.aliveAt(state.now()))
                    .isPresent())
        .findFirst();
  }

  private String secretOf(Authorization authorization) {
    return authorization.client().flatMap(state.clients()::find).map(Client::secret).orElse("");
  }

  private ObjectNode view(Authorization authorization) {
    ObjectNode body =
        Json.object()
            .put("created_at", Json.time(authorization.createdAt()))
            .put("id", authorization.access().map(t -> t.id().toString()).orElse(null))
            .put("updated_at", Json.time(authorization.updatedAt()));
    body.set("access_token", view.token(authorization.access()));
    body.set("authorization", AuthorizationView.reference(Optional.of(authorization.id())));
    body.set("client", NullNode.getInstance());
    body.set("grant", NullNode.getInstance());
    body.set("refresh_token", view.token(authorization.refresh()));
    body.set("session", AuthorizationView.reference(authorization.session()));
    body.set("user", AuthorizationView.reference(Optional.of(authorization.account())));
    return body;
  }

  private static ObjectNode required(ObjectNode body, String field) {
    return Values.object(body, field)
        .orElseThrow(() -> ApiError.invalid("Require params: " + field + "."));
  }
}
